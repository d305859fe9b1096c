namespace Paname.Attacks.Membership;

/// <summary>How much an audit runs: each tier is a versioned <see cref="AttackSet"/>, fixed before any model is loaded.</summary>
public enum AttackTier
{
    /// <summary>Seconds: outputs and labels only, no shadow model, no training.</summary>
    Smoke,

    /// <summary>Minutes: the smoke attacks, those with up to 16 shadow models, and a classifier fitted to half of the outputs; with controls.</summary>
    Standard,

    /// <summary>As long as it takes: the standard attacks, 64 shadow models and more, attacks that ask the model again or look inside; with controls.</summary>
    Thorough,
}
