namespace Paname.Attacks.Membership;

/// <summary>The middle of a record's signals over models.</summary>
public enum ShadowCentre
{
    /// <summary>The median; the mean of the two middle signals when their number is even.</summary>
    Median,

    /// <summary>The arithmetic mean.</summary>
    Mean,
}
