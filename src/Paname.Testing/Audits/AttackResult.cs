using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>One attack of an audit: its scores, or why it did not run.</summary>
public sealed class AttackResult
{
    internal AttackResult(IMembershipAttack attack, AttackerView view)
    {
        Name = attack.Name;
        Source = attack.Source;
        IsGraded = attack.IsGraded;
        NotApplicable = attack.NotApplicable(view);
        Aliases = NotApplicable is null ? attack.Aliases(view) : [];
        UsesShadows = NotApplicable is null && attack.UsesShadows(view);
    }

    /// <summary>The attack's name.</summary>
    public string Name { get; }

    /// <summary>Where the attack was published.</summary>
    public string Source { get; }

    /// <summary>Attacks that rank records in the same order.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Why the attack could not run against what the attacker sees, or <see langword="null"/> when it could.</summary>
    public string? NotApplicable { get; }

    /// <summary>Why the attack did not run although it could have, such as "the time budget of 60 s was used up"; <see langword="null"/> otherwise.
    /// It counts in Holm's correction.</summary>
    public string? NotRun { get; internal init; }

    /// <summary>The scores that bounds and verdicts rest on, or <see langword="null"/> when the attack did not run. An attack that was fitted to one half of the records is judged on the other.</summary>
    public ScoreSample? Sample { get; internal init; }

    /// <summary>Whether the score is graded; a yes or no has an AUC, but no threshold at a chosen false positive rate.</summary>
    public bool IsGraded { get; }

    /// <summary>Whether the attack looked at shadow models.</summary>
    public bool UsesShadows { get; }

    /// <summary>The scores taken apart by true class when they are asked for; null when the attack did not run or classes are unknown.</summary>
    internal Lazy<SlicedScores>? ByClass { get; init; }

    /// <summary>How the attack was run, one clause each; empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>The members with the highest scores, by the names they have in messages, highest first; empty for a yes or no.</summary>
    public IReadOnlyList<string> MostExposed { get; internal init; } = [];
}
