using System.Globalization;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Shadows.Reuse;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Metrics;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Shadows.Reuse;

/// <summary>Models without leak must show none when they take turns as the target; PANAME_SIMULATION_REPLICATES sets the replicates.</summary>
public sealed class ReuseSimulationTests(ITestOutputHelper output)
{
    private const int Records = 400;

    private static readonly PlainLikelihoodRatio Attack = new();

    [Theory]
    [InlineData(4, 0.413)]
    [InlineData(10, 0.484)]
    [InlineData(16, 0.489)]
    public void Without_leak_the_mean_is_one_half_and_naive_reuse_is_biased(int models, double naiveBias)
    {
        int replicates = Simulation.Replicates(Records) / (2 * models);
        Random random = new(models);
        List<double> ours = [];
        List<double> naive = [];
        for (int i = 0; i < replicates; i++)
        {
            ShadowObservations shadows = GaussianShadows.Draw(random, models, Samples.NormalScores(random, Records, 0), new double[Records]);
            MembershipObservations audit = Audit(shadows);
            ours.Add(ShadowReuse.Spread(Attack, audit, LeakMetric.Auc, new AttackRun(i)).Mean);
            naive.Add(NaiveMean(shadows));
        }

        double error = StandardError(ours);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{models} models: {ours.Average():0.0000} +/- {error:0.0000}, naive {naive.Average():0.0000}"));
        Assert.InRange(ours.Average(), 0.5 - (3.5 * error), 0.5 + (3.5 * error));
        Assert.InRange(naive.Average(), naiveBias - 0.004 - (3.5 * StandardError(naive)), naiveBias + 0.004 + (3.5 * StandardError(naive)));
        Assert.True(error < 0.012, "Too few replicates to tell the bias.");
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(6, 1)]
    [InlineData(12, 0)]
    [InlineData(12, 1)]
    public void Upper_bound_of_the_recipe_misses_its_mean_rarely(int models, double leak)
    {
        const int Few = 60;
        const int Work = 5000;
        int replicates = Simulation.Replicates(Work);
        Random random = new(100 + models);
        double[] bases = Samples.NormalScores(random, Few, 0);
        double[] leaks = Array.ConvertAll(bases, _ => leak * -Math.Log(1 - random.NextDouble()));
        ModelSpread[] spreads = new ModelSpread[replicates];
        for (int i = 0; i < replicates; i++)
        {
            spreads[i] = ShadowReuse.Spread(Attack, Audit(GaussianShadows.Draw(random, models, bases, leaks)), LeakMetric.Auc, new AttackRun(i));
        }

        double truth = leak == 0 ? 0.5 : spreads.Average(s => s.Mean);
        double missed = (double)spreads.Count(s => s.UpperBound() < truth) / replicates;
        double plain = (double)spreads.Count(s => s.Mean + (Quantiles.StudentTUpper(0.05, models - 1) * s.StandardDeviation / Math.Sqrt(models)) < truth) / replicates;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{models} models, leak {leak}: mean {truth:0.000}, missed {missed:0.0000}, plain t bound {plain:0.0000}"));
        Assert.True(missed <= Simulation.Allowed(0.05, Work), string.Create(CultureInfo.InvariantCulture, $"missed {missed}"));
    }

    private static MembershipObservations Audit(ShadowObservations shadows) =>
        new(new(OutputKind.Losses, 1, new double[shadows.Target.Records]), null, 1) { Shadows = shadows };

    // As peers do it: all other models, the complement among them, are references.
    private static double NaiveMean(ShadowObservations shadows)
    {
        int models = shadows.Inclusion.Models;
        int[] records = [.. Enumerable.Range(0, shadows.Target.Records)];
        return Enumerable.Range(0, models).Average(target =>
        {
            int[] others = [.. Enumerable.Range(0, models).Where(m => m != target)];
            double[] scores = PlainLikelihoodRatio.Scores(new ShadowObservations(
                ReusedSignals.Select(shadows.Shadows, [target], records),
                ReusedSignals.Select(shadows.Shadows, others, records),
                shadows.Inclusion.Select(others, records)));
            return Auc.Estimate(ScoreSample.Create(
                [.. records.Where(r => shadows.Inclusion[target, r]).Select(r => scores[r])],
                [.. records.Where(r => !shadows.Inclusion[target, r]).Select(r => scores[r])])).Value;
        });
    }

    private static double StandardError(List<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1) / values.Count);
    }
}
