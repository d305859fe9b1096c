using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>Robustness to changes: the share of right predictions, the changes chosen by shape, the budget.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void The_score_is_the_share_of_right_predictions_over_the_record_and_its_copies()
    {
        // The model answers 1 from 5 on; the changes add 0, 1, 2 and 3.
        Records records = Records.FromArray<double>(new double[] { 1, 3, 4, 6 }, 1);
        MembershipObservations observations = ToyAudit.Observe(DelegateClassifier.FromRows(2, row => row[0] >= 5 ? 1 : 0), records, [0, 0, 1, 1], 2);
        AttackScores found = Score(new RobustnessOptions { Transforms = [new Plus(1), new Plus(2), new Plus(3)] }, observations);
        Assert.Equal([4 / 4d, 2 / 4d, 3 / 4d, 4 / 4d], found.Values.ToArray());
        Assert.Contains("3 queries per record at most, 12 in all", found.Notes);
        Assert.Contains("the record and its copies by plus 1, plus 2, plus 3", found.Notes);
    }

    [Fact]
    public void Noise_at_a_distance_of_one_standard_deviation_is_survived_84_per_cent_of_the_time()
    {
        // Records at -1 and +1, one standard deviation from the boundary at 0: P(1 + z > 0) = .8413.
        Records records = Records.FromArray<double>(new double[] { -1, 1, -1, 1 }, 1);
        MembershipObservations observations = ToyAudit.Observe(DelegateClassifier.FromRows(2, row => row[0] > 0 ? 1 : 0), records, [0, 1, 0, 1], 2);
        double[] scores = Score(new RobustnessOptions { NoiseLevels = [1], NoiseRepeats = 5000 }, observations).Values.ToArray();
        Assert.All(scores, score => Assert.Equal(.8413, score, .02));
        Assert.True(scores.Distinct().Count() > 1);
    }

    [Fact]
    public void Tables_get_noise_and_images_are_moved_and_turned()
    {
        Assert.Equal("the record and its copies by noise of 0.1 standard deviations (10 times), noise of 0.2 standard deviations (10 times), noise of 0.4 standard deviations (10 times), noise of 0.8 standard deviations (10 times)", First([16]));
        const string Images = "the record and its copies by shift by (-1, 0) pixels, shift by (0, 1) pixels, shift by (0, -1) pixels, shift by (1, 0) pixels, rotation by 4 degrees, rotation by -4 degrees";
        Assert.Equal(Images, First([4, 4]));
        Assert.Equal(Images, First([1, 4, 4]));
        Assert.Equal(Images + ", mirror", First([4, 4, 1], new RobustnessOptions { Mirror = true }));
        Assert.StartsWith("the record and its copies by noise", First([2, 8]), StringComparison.Ordinal);

        static string First(int[] shape, RobustnessOptions? options = null)
        {
            int width = shape.Aggregate(1, (product, size) => product * size);
            MembershipObservations observations = ToyAudit.Observe(
                DelegateClassifier.FromRows(2, row => row[0] > 0 ? 1 : 0), Records.FromArray<double>(ToyAudit.Normal(1, 4, width), shape), [0, 1, 0, 1], 2);
            return Score(options ?? new RobustnessOptions(), observations).Notes[0];
        }
    }

    [Fact]
    public void The_shifts_of_two_pixels_are_eight()
    {
        MembershipObservations observations = ToyAudit.Observe(
            DelegateClassifier.FromRows(2, row => row[0] > 0 ? 1 : 0), Records.FromArray<double>(ToyAudit.Normal(1, 4, 16), 4, 4), [0, 1, 0, 1], 2);
        Assert.Contains("8 queries per record at most, 32 in all", Score(new RobustnessOptions { Shift = 2, Rotation = 0 }, observations).Notes);
    }

    [Fact]
    public void A_change_that_does_not_fit_is_refused()
    {
        MembershipObservations observations = ToyAudit.Leaky(1, perSide: 3);
        PanameDataException error = Assert.Throws<PanameDataException>(() => Score(new RobustnessOptions { Transforms = [RecordTransforms.Mirror()] }, observations));
        Assert.Equal("AugmentationRobustness: a change of records needs images: one field of shape [H, W], [C, H, W] or [H, W, C].", error.Message);
        error = Assert.Throws<PanameDataException>(() => Score(new RobustnessOptions { Transforms = [new Losing()] }, observations));
        Assert.Equal("The change 'losing' gave 1 records for 6; it must give one for each.", error.Message);
    }

    private static AttackScores Score(RobustnessOptions options, MembershipObservations observations) => QueryAttacks.Robustness(options).Score(observations, new AttackRun(1));

    private sealed class Plus(double amount) : IRecordTransform
    {
        public string Name => FormattableString.Invariant($"plus {amount}");

        public string? Unavailable(Records records) => null;

        public Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds)
        {
            FeatureMatrix matrix = FeatureMatrix.Of(records);
            return matrix.ToRecords([.. matrix.Values.ToArray().Select(value => value + amount)]);
        }
    }

    private sealed class Losing : IRecordTransform
    {
        public string Name => "losing";

        public string? Unavailable(Records records) => null;

        public Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds) => records.Select([0]);
    }
}
