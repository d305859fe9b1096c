using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.Membership.Learned;

namespace Paname.Attacks.Tests.Membership.Controls;

/// <summary>The blind baseline finds shifted splits and only those.</summary>
public sealed class BlindBaselineTests
{
    [Fact]
    public void A_random_split_is_not_shifted()
    {
        BlindBaselineResult[] results = [.. Enumerable.Range(0, 10).Select(seed => BlindBaseline.Measure(Data(seed, 0, 1), seed))];
        Assert.DoesNotContain(results, result => result.Shifted);
        Assert.InRange(results.Average(result => result.Auc.Value), .47, .53);
        Assert.All(results, result => Assert.Equal((150, 150), (result.Members, result.NonMembers)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 2.5)]
    public void Another_mean_or_another_spread_is_a_shift(double mean, double spread)
    {
        BlindBaselineResult result = BlindBaseline.Measure(Data(1, mean, spread, perSide: 400), 1);
        Assert.True(result.Shifted, result.Auc.ToString());
    }

    [Fact]
    public void Small_shifts_of_many_features_add_up()
    {
        // 20 features, each shifted by .25: no single one tells much, their sum has an AUC of .79 at best.
        var random = new MersenneTwister(1, threadSafe: false);
        LabelledRecords Side(double mean) => new(
            Records.FromArray<double>(Enumerable.Range(0, 400 * 20).Select(_ => Normal.Sample(random, mean, 1)).ToArray(), 20), new int[400]);
        BlindBaselineResult result = BlindBaseline.Measure(new MembershipData(Side(.25), Side(0)), 1);
        Assert.True(result.Shifted && result.Auc.Value > .7, result.Auc.ToString());
    }

    [Fact]
    public void Other_shares_of_classes_are_a_shift()
    {
        BlindBaselineResult result = BlindBaseline.Measure(Data(1, 0, 1, labelOfMember: i => i % 5 == 0 ? 1 : 0), 1);
        Assert.True(result.Shifted, result.Auc.ToString());
    }

    [Fact]
    public void Of_many_records_or_features_a_seeded_part_is_used()
    {
        var options = new BlindBaselineOptions { MaxRecords = 100, MaxFeatures = 2, Learner = Learners.LogisticRegression() };
        BlindBaselineResult result = BlindBaseline.Measure(Data(1, 0, 1), 1, options);
        Assert.Equal(["logistic regression on inputs and labels, fitted on 100 records", "2 of 4 features used"], result.Notes);
        Assert.Equal(result.Auc, BlindBaseline.Measure(Data(1, 0, 1), 1, options).Auc);
        Assert.NotEqual(result.Auc, BlindBaseline.Measure(Data(1, 0, 1), 2, options).Auc);
    }

    [Fact]
    public void Groups_never_lie_on_both_halves()
    {
        // Each pair of records is one person's twice; were pairs divided, their equal features would give the side away.
        MembershipData pairs = Data(3, 0, 1, pairs: true);
        string[] groups = [.. Enumerable.Range(0, 300).Select(i => $"{i / 2}")];
        MembershipData grouped = pairs.WithGroups([.. groups.Select(g => "m" + g)], [.. groups.Select(g => "n" + g)]);
        var options = new BlindBaselineOptions { Learner = new MemorisingLearner() };
        Assert.True(BlindBaseline.Measure(pairs, 1, options).Shifted);
        Assert.Equal(.5, BlindBaseline.Measure(grouped, 1, options).Auc.Value);
    }

    [Theory]
    [InlineData(.52, .5001, true)]
    [InlineData(.5199, .5001, false)]
    [InlineData(.6, .5, false)]
    [InlineData(.4, .3, false)]
    public void A_shift_needs_a_proof_and_a_size(double auc, double strictLower, bool shifted)
        => Assert.Equal(shifted, new BlindBaselineResult(new BoundedEstimate(auc, .45, .7, .01), strictLower, 50, 50, []).Shifted);

    [Fact]
    public void The_strict_bound_is_that_of_the_held_out_half_at_one_in_a_thousand()
    {
        MembershipData data = Data(4, 0, 1, perSide: 81);
        BlindBaselineResult result = BlindBaseline.Measure(data, 7, new BlindBaselineOptions { Learner = new FirstFeature() });
        int[] heldOut = [.. ObservationHalves.Split(81, 81, null, new MersenneTwister(7, threadSafe: false).Next()).HeldOut];
        FeatureMatrix members = FeatureMatrix.Of(data.Members.Records);
        FeatureMatrix nonMembers = FeatureMatrix.Of(data.NonMembers.Records);
        ScoreSample sample = ScoreSample.Create(
            [.. heldOut.Where(record => record < 81).Select(record => members.Row(record)[0])],
            [.. heldOut.Where(record => record >= 81).Select(record => nonMembers.Row(record - 81)[0])]);
        Assert.Equal(Auc.Estimate(sample), result.Auc);
        Assert.Equal(Auc.Estimate(sample, .001).Lower, result.StrictLower);
    }

    [Fact]
    public void Text_and_small_samples_are_refused_with_the_reason()
    {
        var text = new Records(new RecordField<string>("note", Enumerable.Repeat("x", 50).ToArray(), []));
        var other = new Records(new RecordField<string>("note", Enumerable.Repeat("y", 50).ToArray(), []));
        MembershipData data = new(new LabelledRecords(text, new int[50]), new LabelledRecords(other, new int[50]));
        Assert.Equal("needs records of numbers; field 'note' holds text", BlindBaseline.NotApplicable(data));
        Assert.Throws<PanameDataException>(object? () => BlindBaseline.Measure(data, 1));
        Assert.Equal("needs 40 members and 40 non-members; there are 39 and 39", BlindBaseline.NotApplicable(Data(1, 0, 1, perSide: 39)));
        Assert.Null(BlindBaseline.NotApplicable(Data(1, 0, 1, perSide: 40)));
    }

    /// <summary>Learns nothing, and says the first feature.</summary>
    private sealed class FirstFeature : IBinaryLearner, IBinaryModel
    {
        public string Name => "first feature";

        public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default) => this;

        public double[] Predict(FeatureTable features) => [.. Enumerable.Range(0, features.Rows).Select(row => features.Row(row)[0])];
    }

    private static MembershipData Data(int seed, double mean, double spread, int perSide = 300, Func<int, int>? labelOfMember = null, bool pairs = false)
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        LabelledRecords members = Side(random, perSide, mean, spread, labelOfMember ?? (i => i % 2), pairs);
        return new MembershipData(members, Side(random, perSide, 0, 1, i => i % 2, pairs));
    }

    private static LabelledRecords Side(MersenneTwister random, int count, double mean, double spread, Func<int, int> label, bool pairs)
    {
        double[] values = [.. Enumerable.Range(0, count * 4).Select(_ => Normal.Sample(random, 0, 1))];
        for (int i = 0; i < count; i++)
        {
            if (pairs && i % 2 == 1)
            {
                values.AsSpan((i - 1) * 4, 4).CopyTo(values.AsSpan(i * 4));
            }

            values[i * 4] = (spread * values[i * 4]) + mean;
        }

        return new LabelledRecords(Records.FromArray<double>(values, 4), [.. Enumerable.Range(0, count).Select(i => label(pairs ? i / 2 : i))]);
    }
}
