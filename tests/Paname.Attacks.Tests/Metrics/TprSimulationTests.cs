using System.Globalization;
using Paname.Attacks.Metrics;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>
/// How often the bounds of the TPR at a population FPR err: U below, or L above, the population's TPR.
/// PANAME_SIMULATION_REPLICATES sets the replicates per row (1,000 to 200 by size unless given).
/// </summary>
public sealed class TprSimulationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.01, 1000)]
    [InlineData(0.01, 10_000)]
    [InlineData(0.001, 4000)]
    [InlineData(0.001, 20_000)]
    public void Error_rates_stay_at_the_level(double fpr, int n)
    {
        List<string> tooHigh = [];
        output.WriteLine("| scores | FPR | n per side | true TPR | U too low | L too high |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach ((string kind, double shift, double cell) in new[] { ("no leak", 0, 0), ("leak", 1.0, 0), ("leak, tied", 1.0, 0.25) })
        {
            double threshold = Quantiles.NormalUpper(fpr);
            if (cell > 0)
            {
                // Scores are rounded down to cells; "score >= threshold" has an FPR of at most fpr from the next cell border on.
                threshold = Math.Ceiling(threshold / cell) * cell;
            }

            double truth = Quantiles.NormalCdf(shift - threshold);
            (double low, double high) = Simulation.Rates(
                $"tpr/{kind}/{fpr}/{n}",
                n,
                random => TprAtFpr.Estimate(ScoreSample.Create(Draw(random, n, shift, cell), Draw(random, n, 0, cell)), fpr),
                e => e.Upper < truth,
                e => e.Lower > truth);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {fpr} | {n} | {truth:0.00000} | {low:0.0000} | {high:0.0000} |"));
            if (low > Simulation.Allowed(0.05, n) || high > Simulation.Allowed(0.05, n))
            {
                tooHigh.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}: {low}, {high}"));
            }
        }

        Assert.Empty(tooHigh);
    }

    private static double[] Draw(Random random, int count, double mean, double cell)
    {
        double[] scores = Samples.NormalScores(random, count, mean);
        return cell == 0 ? scores : Array.ConvertAll(scores, s => Math.Floor(s / cell) * cell);
    }
}
