using System.Numerics.Tensors;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>An attack whose score is a signal, turned so that higher means member.</summary>
internal sealed class SignalAttack(string name, ISignal signal, string source) : IMembershipAttack
{
    public string Name => name;

    public string Source => source;

    public bool IsGraded { get; init; } = true;

    /// <summary>Names of attacks with the same ranking, whatever the number of classes.</summary>
    internal IReadOnlyList<string> SameRanking { get; init; } = [];

    /// <summary>Names of attacks with the same ranking when there are exactly two classes.</summary>
    internal IReadOnlyList<string> SameRankingInTwoClasses { get; init; } = [];

    /// <summary>The attack that stands for this one when there are exactly two classes.</summary>
    internal string? ReplacedInTwoClassesBy { get; init; }

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return signal.Unavailable(view)
            ?? (view.Classes == 2 && ReplacedInTwoClassesBy is { } other ? $"ranks records as {other} does when there are two classes" : null);
    }

    public IReadOnlyList<string> Aliases(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.HasScores)
        {
            return [];
        }

        return view.Classes == 2 ? [.. SameRanking, .. SameRankingInTwoClasses] : SameRanking;
    }

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var scores = new double[observations.Outputs.Count];
        signal.Compute(observations.Outputs, observations.LabelSpan, scores);
        if (signal.LowerIsMember)
        {
            TensorPrimitives.Negate(scores, scores);
        }

        return new AttackScores(scores);
    }
}
