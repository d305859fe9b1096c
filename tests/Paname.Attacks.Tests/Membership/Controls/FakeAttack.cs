using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Controls;

/// <summary>An attack made of a function, for controls that must find it broken.</summary>
internal sealed class FakeAttack(Func<MembershipObservations, AttackRun, double[]> score) : IMembershipAttack
{
    public string Name => "Fake";

    public string Source => "none";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => null;

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run) => new(score(observations, run));
}
