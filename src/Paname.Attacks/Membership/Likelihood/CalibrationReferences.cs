namespace Paname.Attacks.Membership;

/// <summary>Which models a record's difficulty is read from.</summary>
public enum CalibrationReferences
{
    /// <summary>Models trained without the record.</summary>
    Out,

    /// <summary>Models trained on the record.</summary>
    In,

    /// <summary>The middle between both kinds.</summary>
    Both,
}
