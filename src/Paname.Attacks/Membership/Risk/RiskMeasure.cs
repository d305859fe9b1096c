namespace Paname.Attacks.Membership.Risk;

/// <summary>What records are ranked by.</summary>
public enum RiskMeasure
{
    /// <summary>The absolute separation: what a likelihood ratio can tell.</summary>
    Separation,

    /// <summary>The memorisation.</summary>
    Memorisation,
}
