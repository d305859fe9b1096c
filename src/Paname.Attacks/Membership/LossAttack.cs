using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The loss threshold attack, ranked by the scaled logit: the order of the loss, without its underflow for records the model is sure of.</summary>
internal sealed class LossAttack : IMembershipAttack
{
    private const string AttackP = nameof(Membership.AttackP);

    private static readonly SignalAttack Losses = new("Loss", Signal.Loss, MembershipAttacks.Yeom);

    private static readonly SignalAttack LogOdds = new("Loss", Signal.ScaledLogit, MembershipAttacks.Yeom)
    {
        SameRanking = ["Confidence", "ScaledLogit", AttackP],
        SameRankingInTwoClasses = ["ModifiedEntropy", "Hinge"],
    };

    public string Name => "Loss";

    public string Source => MembershipAttacks.Yeom;

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => Signal.Loss.Unavailable(view);

    public IReadOnlyList<string> Aliases(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.HasScores ? LogOdds.Aliases(view) : [AttackP];
    }

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return (observations.View.HasScores ? LogOdds : Losses).Score(observations, run);
    }
}
