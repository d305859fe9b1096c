using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>What single steps of the attacks by queries promise.</summary>
public sealed class SearchStepTests
{
    private static readonly BoundaryDistanceOptions Options = new() { Standardise = false, InitialEvaluations = 20, MaxIterations = 20 };

    [Fact]
    public void Points_asked_about_stay_within_the_range_of_the_features()
    {
        // The boundary runs along an edge of the range: steps around it and across it would leave.
        BoundarySpace space = Square();
        var search = new HopSkipJump(space, [.1, .5], Options, () => null, seed: 1);
        foreach (BoundaryQuestion question in search.Search())
        {
            Assert.All(question.Points, value => Assert.InRange(value, 0, 1));
            Answer(question, point => point[0] + (.02 * point[1]) > .99);
        }

        Assert.True(search.Found);
    }

    [Fact]
    public void Points_around_a_boundary_at_the_very_edge_stay_within_the_range()
    {
        // Another class begins closer to the edge than the radius of the small sphere, so that half of its points would leave.
        var search = new HopSkipJump(Square(), [.1, .5], Options with { InitialSearch = 0 }, () => [1, .5], seed: 2);
        int around = 0;
        foreach (BoundaryQuestion question in search.Search())
        {
            around += question.Count > 1 ? 1 : 0;
            Assert.All(question.Points, value => Assert.InRange(value, 0, 1));
            Answer(question, point => point[0] > .999);
        }

        Assert.True(around > 0);
        Assert.InRange(search.Distance, .899, .9);
    }

    [Fact]
    public void A_single_evaluation_still_points_somewhere()
    {
        double once = Search(1);
        double often = Search(60);
        Assert.True(often < once, FormattableString.Invariant($"{often} after 60 steps, {once} after 1"));

        static double Search(int steps)
        {
            var options = Options with { InitialEvaluations = 1, MaxEvaluations = 1, MaxIterations = steps, Starts = 1 };
            var search = new HopSkipJump(Square(), [.1, .1], options, () => null, seed: 4);
            foreach (BoundaryQuestion question in search.Search())
            {
                Answer(question, point => point[0] > .5);
            }

            return search.Distance;
        }
    }

    [Fact]
    public void What_is_written_lies_within_the_range_to_the_last_digit()
    {
        // Dividing by the unit and multiplying again may end one digit beyond.
        double[] rows = ToyAudit.Normal(5, 40, 50);
        var spread = FeatureSpread.Of(Records.FromArray<double>(rows, 50));
        var space = BoundarySpace.Of(spread, new BoundaryDistanceOptions());
        double[] point = [.. Enumerable.Repeat(1e9, 50)];
        space.Clip(point);
        var row = new double[50];
        space.Write(point, row);
        Assert.Equal(spread.Maximum, row);
    }

    [Fact]
    public void Records_that_are_alike_are_changed_by_noise_of_their_own()
    {
        // All records are one of two points, and the first questions are of nothing but noise.
        double[] rows = [.. Enumerable.Range(0, 12).SelectMany(i => i % 2 == 0 ? (double[])[1, 2] : [2, 1])];
        IMembershipAttack[] attacks =
        [
            QueryAttacks.NoiseStability(new NoiseStabilityOptions { Repeats = 3 }),
            QueryAttacks.Robustness(new RobustnessOptions { Transforms = [RecordTransforms.GaussianNoise(.5)] }),
            QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { InitialEvaluations = 5 }),
        ];
        foreach (IMembershipAttack attack in attacks)
        {
            double[][]? first = null;
            var target = new ToyAudit.Counting(DelegateClassifier.FromRows(OutputKind.Logits, 2, static row => [row[0], row[1]]))
            {
                Seen = batch => first ??= [.. Enumerable.Range(0, batch.Count).Select(i => FeatureMatrix.Of(batch.Records).Row(i).ToArray())],
            };
            var outputs = new TargetOutputs(OutputKind.Logits, 2, rows);
            attack.Score(new MembershipObservations(outputs, [.. Enumerable.Range(0, 12).Select(i => 1 - (i % 2))], 6) { Access = new QueryAccess(target, Records.FromArray<double>(rows, 2)) }, new AttackRun(1));
            Assert.True(first!.Length >= 12, attack.Name);
            Assert.Equal(first.Length, first.Select(row => (row[0], row[1])).Distinct().Count());
        }
    }

    private static BoundarySpace Square() => BoundarySpace.Of(FeatureSpread.Of(Records.FromArray<double>(new double[] { 0, 0, 1, 1 }, 2)), Options);

    private static void Answer(BoundaryQuestion question, Func<double[], bool> outside)
    {
        for (int i = 0; i < question.Count; i++)
        {
            question.Outside[i] = outside(question.Points[(2 * i)..((2 * i) + 2)]);
        }
    }
}
