using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>One attack of an audit: its scores, or why it could not run.</summary>
public sealed class AttackResult
{
    internal AttackResult(IMembershipAttack attack, AttackerView view, ScoreSample sample, IReadOnlyList<string> mostExposed)
    {
        Name = attack.Name;
        Source = attack.Source;
        Aliases = attack.Aliases(view);
        IsGraded = attack.IsGraded;
        Sample = sample;
        MostExposed = mostExposed;
    }

    internal AttackResult(IMembershipAttack attack, string notApplicable)
    {
        Name = attack.Name;
        Source = attack.Source;
        Aliases = [];
        IsGraded = attack.IsGraded;
        NotApplicable = notApplicable;
        MostExposed = [];
    }

    /// <summary>The attack's name.</summary>
    public string Name { get; }

    /// <summary>Where the attack was published.</summary>
    public string Source { get; }

    /// <summary>Attacks that rank records in the same order.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Why the attack could not run, or <see langword="null"/> when it ran.</summary>
    public string? NotApplicable { get; }

    /// <summary>The scores, or <see langword="null"/> when the attack could not run.</summary>
    public ScoreSample? Sample { get; }

    /// <summary>Whether the score is graded; a yes or no has an AUC, but no threshold at a chosen false positive rate.</summary>
    public bool IsGraded { get; }

    /// <summary>The members with the highest scores, by the names they have in messages, highest first; empty for a yes or no.</summary>
    public IReadOnlyList<string> MostExposed { get; }
}
