using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows.Reuse;

/// <summary>The likelihood ratio of two unit-variance Gaussians around a record's own means, written independently of the product's attack.</summary>
internal sealed class PlainLikelihoodRatio : IMembershipAttack
{
    public string Name => "PlainLikelihoodRatio";

    public string Source => "test";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => view.Shadows is null ? "needs shadow models" : null;

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run) => new(Scores(observations.Shadows!));

    internal static double[] Scores(ShadowObservations shadows)
    {
        double[] scores = new double[shadows.Target.Records];
        for (int r = 0; r < scores.Length; r++)
        {
            double inside = 0;
            double outside = 0;
            int count = 0;
            for (int m = 0; m < shadows.Inclusion.Models; m++)
            {
                bool trained = shadows.Inclusion[m, r];
                count += trained ? 1 : 0;
                inside += trained ? shadows.Shadows.Row(r)[m] : 0;
                outside += trained ? 0 : shadows.Shadows.Row(r)[m];
            }

            double toIn = shadows.Target.Row(r)[0] - (inside / count);
            double toOut = shadows.Target.Row(r)[0] - (outside / (shadows.Inclusion.Models - count));
            scores[r] = (toOut * toOut) - (toIn * toIn);
        }

        return scores;
    }
}
