using System.Globalization;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
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
            naive.Add(NaiveMean(shadows, PlainLikelihoodRatio.Scores));
        }

        double error = NullError(models, replicates);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{models} models: {ours.Average():0.0000} +/- {error:0.0000}, naive {naive.Average():0.0000}"));
        Assert.InRange(ours.Average(), 0.5 - (3.5 * error), 0.5 + (3.5 * error));
        Assert.InRange(naive.Average(), naiveBias - 0.004 - (3.5 * error), Math.Min(naiveBias + 0.004 + (3.5 * error), 0.5 - (3.5 * error)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(16)]
    public void Without_leak_the_likelihood_ratio_attack_of_the_product_shows_none_either(int models)
    {
        IMembershipAttack attack = ShadowAttacks.Lira();
        int replicates = Simulation.Replicates(Records) / (4 * models);
        Random random = new(200 + models);
        List<double> ours = [];
        List<double> naive = [];
        for (int i = 0; i < replicates; i++)
        {
            ShadowObservations shadows = GaussianShadows.Draw(random, models, Samples.NormalScores(random, Records, 0), new double[Records]);
            ours.Add(ShadowReuse.Spread(attack, Audit(shadows), LeakMetric.Auc, new AttackRun(i)).Mean);
            naive.Add(NaiveMean(shadows, s => attack.Score(Audit(s), new AttackRun(i)).Values.ToArray()));
        }

        double error = NullError(models, replicates);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{models} models: {ours.Average():0.0000} +/- {error:0.0000}, naive {naive.Average():0.0000}"));
        Assert.InRange(ours.Average(), 0.5 - (3.5 * error), 0.5 + (3.5 * error));
        Assert.InRange(naive.Average(), 0, 0.5 - (3.5 * error));
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
    private static double NaiveMean(ShadowObservations shadows, Func<ShadowObservations, double[]> attack)
    {
        int models = shadows.Inclusion.Models;
        int[] records = [.. Enumerable.Range(0, shadows.Target.Records)];
        return Enumerable.Range(0, models).Average(target =>
        {
            int[] others = [.. Enumerable.Range(0, models).Where(m => m != target)];
            double[] scores = attack(new ShadowObservations(
                ReusedSignals.Select(shadows.Shadows, [target], records),
                ReusedSignals.Select(shadows.Shadows, others, records),
                shadows.Inclusion.Select(others, records)));
            return Auc.Estimate(ScoreSample.Create(
                [.. records.Where(r => shadows.Inclusion[target, r]).Select(r => scores[r])],
                [.. records.Where(r => !shadows.Inclusion[target, r]).Select(r => scores[r])])).Value;
        });
    }

    // Of the mean over replicates of the mean over models: an AUC's own without leak, and each pair of models compared twice.
    private static double NullError(int models, int replicates) => Math.Sqrt((Records + 1) / (3.0 * Records * Records) * 2 / models / replicates);
}
