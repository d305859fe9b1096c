using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Which threshold is chosen on one part of the records.</summary>
public sealed class SplitThresholdTests
{
    [Fact]
    public void Without_any_bound_above_0_the_widest_gap_is_chosen()
    {
        // Five right of five on either side bound no epsilon at this level: 1 - .522 < .522. The threshold between the sides is still the best.
        ScoreSample sample = ScoreSample.Create([.. Enumerable.Repeat(2.0, 10)], [.. Enumerable.Range(0, 10).Select(static i => i / 10.0)]);
        EpsilonOptions options = new() { Thresholds = EpsilonThresholds.Split };
        Assert.Equal(0, EpsilonLimits.Of(new(5, 0, 0, 5), .025, .025).ClopperPearson(0, bothDirections: true));
        for (int seed = 0; seed < 20; seed++)
        {
            ThresholdFamily family = ThresholdFamily.Create(ScoreSides.Of(sample, seed), 0, options with { Seed = seed });
            Assert.Equal([new(5, 0, 0, 5)], family.Counts);
        }
    }

    [Fact]
    public void A_bound_however_small_goes_before_a_wider_gap()
    {
        // A few members lie above every non-member, which may bound a small epsilon; in the middle the gap is wider, and bounds one less often.
        double[] members = [.. Enumerable.Repeat(9.0, 18), .. Enumerable.Repeat(5.0, 198), .. Enumerable.Repeat(1.0, 184)];
        double[] nonMembers = [.. Enumerable.Repeat(5.0, 184), .. Enumerable.Repeat(1.0, 216)];
        const double Delta = .002;
        EpsilonOptions options = new() { Thresholds = EpsilonThresholds.Split };
        int narrow = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            ScoreSides sides = ScoreSides.Of(ScoreSample.Create(members, nonMembers), seed);
            (ScoreSides chosen, ScoreSides rest) = sides.Split(.5, seed);
            (double Threshold, double Bound, double Gap)[] all = [.. new[] { 1.0, 5, 9 }.Select(threshold =>
            {
                ConfusionCounts counts = chosen.At(threshold);
                return (threshold, EpsilonLimits.Of(counts, .025, .025).ClopperPearson(Delta, bothDirections: true), Math.Round(counts.Advantage, 9));
            })];
            bool any = all.Any(static one => one.Bound > 0);
            double expected = all.MaxBy(one => any ? one.Bound : one.Gap).Threshold;
            Assert.Equal([rest.At(expected)], ThresholdFamily.Create(sides, Delta, options with { Seed = seed }).Counts);
            narrow += any && all.Where(static one => one.Bound == 0).Max(static one => one.Gap) > all.Max(static one => one.Bound) ? 1 : 0;
        }

        Assert.True(narrow > 2, FormattableString.Invariant($"{narrow} of 60 splits tell the two rules apart"));
    }
}
