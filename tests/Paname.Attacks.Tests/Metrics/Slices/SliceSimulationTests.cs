using System.Globalization;
using Paname.Attacks.Metrics;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Metrics.Slices;

/// <summary>How often slices of a model without leak raise a false alarm, and the worst slice's bounds miss; PANAME_SIMULATION_REPLICATES sets the replicates.</summary>
public sealed class SliceSimulationTests(ITestOutputHelper output)
{
    private const int Slices = 5;
    private const int PerSide = 60;
    private const int Work = 5000;

    public static TheoryData<string, double> Metrics => new() { { "AUC", 0.5 }, { "TPR", 0.1 } };

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Family_wise_false_alarm_and_the_worst_slice_stay_at_the_level(string metric, double truth)
    {
        SliceOptions options = new() { Metric = metric == "AUC" ? LeakMetric.Auc : LeakMetric.TprAt(truth), Limit = truth };
        string[] names = [.. Enumerable.Range(0, 2 * Slices * PerSide).Select(i => FormattableString.Invariant($"slice {i % Slices}"))];
        Random random = new(17);
        int replicates = Simulation.Replicates(Work);
        int alarms = 0;
        int missed = 0;
        int naive = 0;
        for (int i = 0; i < replicates; i++)
        {
            double[] first = Samples.NormalScores(random, names.Length, 0);
            double[] second = [.. first.Select(s => s + Samples.NextNormal(random))];
            SliceFindings findings = SliceFindings.Of([SlicedScores.Create("A", first, names.Length / 2, names), SlicedScores.Create("B", second, names.Length / 2, names)], options);
            Assert.Equal(2 * Slices, findings.Comparisons);
            alarms += findings.Results.Any(r => r.LeakProven) ? 1 : 0;
            missed += findings.Worst!.Estimate.Lower > truth ? 1 : 0;
            naive += findings.Results.Any(r => r.Estimate!.Value.Lower > truth) ? 1 : 0;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{metric}: alarm {(double)alarms / replicates:0.0000}, worst slice's bound missed {(double)missed / replicates:0.0000}, without correction {(double)naive / replicates:0.0000}"));
        Assert.True((double)alarms / replicates <= Simulation.Allowed(0.05, Work));
        Assert.True((double)missed / replicates <= Simulation.Allowed(0.05, Work));
        Assert.True(metric != "AUC" || naive > 4 * alarms, "The simulation cannot tell a corrected family from one that is not.");
    }
}
