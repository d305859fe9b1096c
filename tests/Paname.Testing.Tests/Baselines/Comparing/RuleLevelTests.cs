using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Tests.Membership.Simulated;
using Xunit.Abstractions;

namespace Paname.Testing.Tests.Baselines.Comparing;

/// <summary>
/// How often the rule calls a retraining of the same recipe worse: a true AUC, the luck of seeds, and the luck of records, which trainings measured on the same records share.
/// PANAME_SIMULATION_REPLICATES sets the replicates per row (2,000 unless given).
/// </summary>
public sealed class RuleLevelTests(ITestOutputHelper output)
{
    private const double Level = .05;

    /// <summary>About 2,200 records per side.</summary>
    private const double RecordError = .0087;

    [Theory]
    [InlineData(1, .001, 1, false, false)]
    [InlineData(1, .005, 1, false, false)]
    [InlineData(1, .005, 4, false, false)]
    [InlineData(1, .005, 1, false, true)]
    [InlineData(1, .005, 1, true, false)]
    [InlineData(3, .005, 1, false, false)]
    [InlineData(5, .005, 1, false, false)]
    [InlineData(5, .012, 1, false, false)]
    [InlineData(5, .005, 4, false, false)]
    [InlineData(5, .005, 1, true, false)]
    [InlineData(5, .005, 1, false, true)]
    [InlineData(8, .005, 1, false, false)]
    [InlineData(8, .012, 4, false, false)]
    [InlineData(8, .012, 1, false, true)]
    [InlineData(8, .005, 1, true, true)]
    public void A_retraining_of_the_same_recipe_is_worse_no_more_often_than_the_level(int k, double seedDeviation, int metrics, bool otherRecords, bool ownAnchor)
    {
        int runs = SimulationReplicates.Or(2000);
        var random = new MersenneTwister(20260301 + (k * 1000) + (int)(seedDeviation * 1e6) + metrics + (otherRecords ? 7 : 0) + (ownAnchor ? 13 : 0));
        int worse = 0;
        int better = 0;
        for (int run = 0; run < runs; run++)
        {
            BaselineOutcome outcome = Run(random, k, seedDeviation, metrics, otherRecords, ownAnchor, worsening: 0);
            worse += outcome == BaselineOutcome.Worse ? 1 : 0;
            better += outcome == BaselineOutcome.Better ? 1 : 0;
        }

        output.WriteLine(FormattableString.Invariant($"ROW rule | k {k} | seed SD {seedDeviation} | metrics {metrics} | other records {otherRecords} | anchor {ownAnchor} | {runs} | worse {worse / (double)runs:P2} | better {better / (double)runs:P2}"));
        double allowed = Level + (3 * Math.Sqrt(Level * (1 - Level) / runs));
        Assert.InRange(worse / (double)runs, 0, allowed);
        Assert.InRange(better / (double)runs, 0, allowed);
    }

    [Theory]
    [InlineData(1, .03, .1)]
    [InlineData(8, .03, .95)]
    [InlineData(8, .05, .99)]
    public void A_true_worsening_is_found(int k, double worsening, double least)
    {
        int runs = SimulationReplicates.Or(1000);
        var random = new MersenneTwister(7);
        double found = Enumerable.Range(0, runs).Count(_ => Run(random, k, .005, 1, otherRecords: false, ownAnchor: false, worsening) == BaselineOutcome.Worse) / (double)runs;
        output.WriteLine(FormattableString.Invariant($"ROW power | k {k} | worsening {worsening} | {runs} | {found:P1}"));
        Assert.InRange(found, least, 1);
    }

    private static BaselineOutcome Run(MersenneTwister random, int k, double seedDeviation, int metrics, bool otherRecords, bool ownAnchor, double worsening)
    {
        string[] names = [.. Enumerable.Range(0, metrics).Select(i => $"Attack{i} auc")];
        double[] records = [.. names.Select(_ => RecordError * Draw(random))];
        Baseline verified = Runs.First(Recipe("seed 0", records, 0));
        foreach (string name in names)
        {
            int metric = Array.IndexOf(names, name);
            double[] values = [.. Enumerable.Range(0, k).Select(i => .56 + records[metric] + (seedDeviation * Draw(random)))];
            verified = verified.Retrained(name, values);
            if (ownAnchor)
            {
                // An anchor of its own: as many other trainings of the recipe on the same records.
                double[] others = [.. Enumerable.Range(0, k).Select(i => .56 + records[metric] + (seedDeviation * Draw(random)))];
                var retrainings = new BaselineRetrainings(others, new string?[k]);
                verified = verified.With(name, stored => stored with { Anchor = stored.Anchor with { Mean = retrainings.Mean, StandardDeviation = retrainings.StandardDeviation } });
            }
        }

        double[] now = otherRecords ? [.. names.Select(_ => RecordError * Draw(random))] : records;
        Baseline received = Recipe("new", now, worsening);
        return BaselineComparison.Of(verified, otherRecords ? received with { Subject = received.Subject with { DataFingerprint = "other" } } : received).Outcome;

        Baseline Recipe(string model, double[] luck, double shift)
            => Runs.Of(model, [.. names.Select((name, i) => (name, .56 + luck[i] + shift + (seedDeviation * Draw(random))))])
                .WithEach(metric => metric with { StandardError = RecordError }) with { Margin = .5 };
    }

    private static double Draw(MersenneTwister random) => Normal.Sample(random, 0, 1);
}
