namespace Paname.Testing;

/// <summary>Says why an attack of an audit has no verdict.</summary>
internal static class Unjudged
{
    /// <summary>"not applicable: ..." or "not run: ...", or null for an attack that is judged.</summary>
    internal static string? Say(AttackResult attack, ILimitCriterion criterion)
        => (attack.NotApplicable ?? criterion.NotApplicable(attack)) is { } reason ? $"not applicable: {reason}"
            : attack.NotRun is { } late ? $"not run: {late}"
            : null;

    /// <summary>The reason alone.</summary>
    internal static string? Reason(AttackResult attack, ILimitCriterion criterion) => attack.NotApplicable ?? criterion.NotApplicable(attack) ?? attack.NotRun;
}
