namespace Paname.Attacks.Shadows;

/// <summary>How far shadow models are from being models like the target.</summary>
public enum ShadowMismatchLevel
{
    /// <summary>Nothing speaks against it.</summary>
    None,

    /// <summary>The target lies outside what its shadow models spread over: attacks with them are weaker than they could be.</summary>
    Warning,

    /// <summary>The target is another kind of model: attacks with these shadow models that find nothing show nothing; a leak that they prove stands.</summary>
    Gross,
}
