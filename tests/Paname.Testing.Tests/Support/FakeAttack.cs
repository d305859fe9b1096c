using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>An attack that scores by a function; by default by the loss attack.</summary>
internal sealed class FakeAttack(string name) : IMembershipAttack
{
    public string Name => name;

    public string Source => "a test";

    public bool IsGraded { get; init; } = true;

    internal Func<AttackerView, string?> Needs { get; init; } = _ => null;

    internal Func<MembershipObservations, AttackRun, AttackScores> OnScore { get; init; } = MembershipAttacks.Loss.Score;

    internal int Runs { get; private set; }

    public string? NotApplicable(AttackerView view) => Needs(view);

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        Runs++;
        return OnScore(observations, run);
    }

    internal static string? NeedsShadows(AttackerView view) => view.Shadows is null ? "needs shadow models" : null;

    internal static string? NeedsQueries(AttackerView view) => view.Queries ? null : "needs a target that can be asked";

    internal static string? NeedsGradients(AttackerView view) => view.Gradients ? null : "needs gradients";
}
