using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>BASE: the target's probability of the truth over the mean of all models'.</summary>
internal sealed class BaseAttack : IMembershipAttack
{
    public string Name => "BASE";

    public string Source => "Lassila, Östman, Ngo, Graell i Amat: Practical Bayes-Optimal Membership Inference Attacks (2025)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Shadows is not { } shadows ? ShadowNeeds.Models
            : shadows.Scale == SignalScale.Score ? ShadowNeeds.Probabilities
            : shadows.Balanced ? "ranks records as RMIA does when every record is in half of the shadow models"
            : null;
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ShadowObservations shadows = ShadowNeeds.Require(this, observations);
        var all = new ReferenceMeans(shadows.Shadows, inclusion: null, TrueClassProbability.Of(shadows.Shadows, shadows.Inclusion));
        return new AttackScores(all.LogRatios(shadows.Target, offlineA: null, run))
        {
            Notes = [FormattableString.Invariant($"{shadows.Shadows.Models} shadow models, whatever they were trained on")],
        };
    }
}
