using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>One attack of an audit: its scores, or why it could not run.</summary>
public sealed class AttackResult
{
    internal AttackResult(string name, string source, IReadOnlyList<string> aliases, ScoreSample sample, double[] memberScores)
    {
        Name = name;
        Source = source;
        Aliases = aliases;
        Sample = sample;
        MemberScores = memberScores;
    }

    internal AttackResult(string name, string source, string notApplicable)
    {
        Name = name;
        Source = source;
        Aliases = [];
        NotApplicable = notApplicable;
        MemberScores = [];
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

    internal double[] MemberScores { get; }
}
