namespace Paname.Testing;

/// <summary>What an audit says about a limit.</summary>
public enum VerdictOutcome
{
    /// <summary>The upper 95 % bound of every attack lies below the limit.</summary>
    Pass,

    /// <summary>A leak of at least the limit is proven at 5 %, with Holm's correction over the attacks.</summary>
    Fail,

    /// <summary>Neither: too few records, an estimate near the limit, or a finding that leaves the audit without meaning.</summary>
    Inconclusive,

    /// <summary>The attack cannot run against what the attacker sees.</summary>
    NotApplicable,
}
