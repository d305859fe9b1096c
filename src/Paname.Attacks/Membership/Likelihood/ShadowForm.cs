namespace Paname.Attacks.Membership;

/// <summary>Which shadow models an attack compares the target with.</summary>
public enum ShadowForm
{
    /// <summary>Online when every record has enough models of both kinds, else offline. Decided from the plan of the models, never from their outputs.</summary>
    Auto,

    /// <summary>Models trained on the record and models trained without it.</summary>
    Online,

    /// <summary>Models trained without the record only.</summary>
    Offline,
}
