using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The robust attack: how much more likely the target makes the truth than models in general do.</summary>
internal sealed class RmiaAttack : IMembershipAttack
{
    private readonly RmiaOptions _options;

    internal RmiaAttack(RmiaOptions? options)
    {
        _options = options ?? new RmiaOptions();
        _options.Check();
    }

    public string Name => "RMIA";

    public string Source => "Zarifzadeh, Liu, Shokri: Low-Cost High-Power Membership Inference Attacks (2024)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return RmiaPlan.Of(view, _options).Reason;
    }

    // With as many models of each kind, one half for each kind is one share for each model.
    public IReadOnlyList<string> Aliases(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Shadows is { Balanced: true } && RmiaPlan.Of(view, _options) is (true, null) ? ["BASE"] : [];
    }

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ShadowObservations shadows = ShadowNeeds.Require(this, observations);
        var reading = TrueClassProbability.Of(shadows.Shadows, shadows.Inclusion);
        (double? a, string note) = RmiaPlan.Choose(shadows, RmiaPlan.Of(observations.View, _options).Online, _options, reading, run);
        return new AttackScores(new ReferenceMeans(shadows.Shadows, shadows.Inclusion, reading).LogRatios(shadows.Target, a, run)) { Notes = [note] };
    }
}
