using System.Globalization;
using Paname.Attacks.Metrics;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>
/// How often a lower bound of epsilon exceeds the truth, on the outputs of mechanisms whose epsilon is known: Gaussian, Laplace, randomised response.
/// PANAME_SIMULATION_REPLICATES sets the replicates per row.
/// </summary>
public sealed class EpsilonSimulationTests(ITestOutputHelper output)
{
    private const int Records = 5000; // sets the replicates: 200 unless given

    [Theory]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.Ranks, 1, 1000)]
    [InlineData(EpsilonMethod.GaussianDp, EpsilonThresholds.Ranks, 0, 200)]
    [InlineData(EpsilonMethod.GaussianDp, EpsilonThresholds.Ranks, 1, 200)]
    [InlineData(EpsilonMethod.GaussianDp, EpsilonThresholds.All, 1, 200)]
    [InlineData(EpsilonMethod.GaussianDp, EpsilonThresholds.Split, 1, 200)]
    [InlineData(EpsilonMethod.GaussianDp, EpsilonThresholds.Fixed, 1, 200)]
    public void Gaussian_mechanism(EpsilonMethod method, EpsilonThresholds thresholds, double mu, int n)
    {
        const double Delta = 1e-2;
        EpsilonOptions options = new() { Method = method, Thresholds = thresholds, Threshold = 1.5, Inclusion = Inclusion.IndependentRuns };
        double truth = GaussianDp.Epsilon(mu, Delta);
        Rate($"{method}, {thresholds}", mu, n, truth, $"epsilon/{method}/{thresholds}/{mu}/{n}", r => EpsilonAudit.FromScores(Samples.Normal(r, n, n, mu), Delta, options with { Seed = r.Next() }).Value);
    }

    /// <summary>The Laplace mechanism is the hard case: every threshold in either tail has the mechanism's full epsilon, so a choice among them that is not paid for shows.</summary>
    [Theory]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.Ranks, 0, 200)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.Ranks, 1, 200)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.Ranks, 3, 1000)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.All, 1, 200)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.ConvexHull, 0, 200)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.ConvexHull, 1, 200)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.Split, 1, 200)]
    [InlineData(EpsilonMethod.ClopperPearson, EpsilonThresholds.Fixed, 1, 200)]
    [InlineData(EpsilonMethod.JointBayesian, EpsilonThresholds.Ranks, 0, 200)]
    [InlineData(EpsilonMethod.JointBayesian, EpsilonThresholds.Fixed, 1, 200)]
    public void Laplace_mechanism(EpsilonMethod method, EpsilonThresholds thresholds, double epsilon, int n)
    {
        EpsilonOptions options = new() { Method = method, Thresholds = thresholds, Threshold = epsilon, Inclusion = Inclusion.IndependentRuns };
        Rate($"{method}, {thresholds}, Laplace", epsilon, n, epsilon, $"epsilon/laplace/{method}/{thresholds}/{epsilon}/{n}", r => EpsilonAudit.FromScores(Laplace(r, n, epsilon), 0, options with { Seed = r.Next() }).Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Sign_unknown_costs_half_of_the_level(double mu)
    {
        EpsilonOptions options = new() { SignUnknown = true, Thresholds = EpsilonThresholds.Fixed };
        Rate("either sign, fixed", mu, 200, GaussianDp.Epsilon(mu, 1e-2), $"epsilon/sign/{mu}", r => EpsilonAudit.FromScores(Samples.Normal(r, 200, 200, -mu), 1e-2, options).Value);
    }

    [Theory]
    [InlineData("Bailey")]
    [InlineData("KatzLog")]
    [InlineData("AdjustedLog")]
    [InlineData("InverseSinh")]
    [InlineData("ClopperPearson")]
    public void Ratio_bounds_at_a_fixed_threshold(string name)
    {
        Func<int, int, int, int, double, double> bound = name switch
        {
            "Bailey" => RatioBound.Bailey,
            "KatzLog" => RatioBound.KatzLog,
            "AdjustedLog" => RatioBound.AdjustedLog,
            "InverseSinh" => RatioBound.InverseSinh,
            _ => RatioBound.ClopperPearson,
        };
        double truth = Math.Log(Quantiles.NormalCdf(0) / Quantiles.NormalCdf(-1));
        Rate($"{name}, fixed", 1, 400, truth, $"epsilon/ratio/{name}", r =>
        {
            ConfusionCounts c = ConfusionCounts.At(Samples.Normal(r, 400, 400, 1), 1);
            return Math.Log(bound(c.TruePositives, c.Members, c.FalsePositives, c.NonMembers, 0.05));
        });
    }

    /// <summary>Each record's coin is told through randomised response, the mechanism that Steinke's bound is tight for; half of the scores abstain by a fair tie-break.</summary>
    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 200)]
    [InlineData(1, 1000)]
    [InlineData(3, 1000)]
    public void One_run_randomised_response(double epsilon, int m)
    {
        double keep = Quantiles.Logistic(epsilon);
        EpsilonOptions options = new() { Inclusion = Inclusion.FairCoins };
        Rate("OneRun, randomised response", epsilon, m, epsilon, $"epsilon/rr/{epsilon}/{m}", r => EpsilonAudit.FromScores(Coins(r, m, isIn => isIn == (r.NextDouble() < keep) ? 1 : 0), 1e-5, options with { Seed = r.Next() }).Value);
    }

    [Theory]
    [InlineData(EpsilonMethod.OneRun, 0, 1000)]
    [InlineData(EpsilonMethod.OneRun, 1, 1000)]
    [InlineData(EpsilonMethod.OneRunFdp, 0, 200)]
    [InlineData(EpsilonMethod.OneRunFdp, 1, 200)]
    public void One_run_gaussian_mechanism(EpsilonMethod method, double mu, int m)
    {
        EpsilonOptions options = new() { Inclusion = Inclusion.FairCoins, Method = method };
        Rate($"{method}", mu, m, GaussianDp.Epsilon(mu, 1e-5), $"epsilon/one-run/{method}/{mu}/{m}", r => EpsilonAudit.FromScores(Coins(r, m, isIn => (isIn ? mu : 0) + Samples.NextNormal(r)), 1e-5, options).Value);
    }

    /// <summary>Without any leak the largest of TensorFlow Privacy's bounds over all thresholds lies above 0 nine times in ten; ours at most as often as its level.</summary>
    [Fact]
    public void No_leak_is_found_where_there_is_none()
    {
        double theirs = Share($"epsilon/null/theirs", r => EpsilonBound.OverThresholds(Samples.Normal(r, 500, 400, 0), RatioBound.Bailey, 0.05, bothSigns: true)[0] > 0);
        double ours = Share($"epsilon/null/ours", r => EpsilonAudit.FromScores(Samples.Normal(r, 500, 400, 0), 0).Value > 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| no leak, 500 v 400: above 0 | theirs {theirs:0.000} | ours {ours:0.000} |"));
        Assert.True(theirs > 0.75);
        Assert.InRange(ours, 0, Simulation.Allowed(0.05, Records));
    }

    private static ScoreSample Coins(Random random, int m, Func<bool, double> score)
    {
        List<double> members = [];
        List<double> nonMembers = [];
        for (int i = 0; i < m; i++)
        {
            bool isIn = random.Next(2) == 0;
            (isIn ? members : nonMembers).Add(score(isIn));
        }

        return ScoreSample.Create([.. members], [.. nonMembers]);
    }

    private static ScoreSample Laplace(Random random, int n, double shift)
    {
        return ScoreSample.Create(Draw(shift), Draw(0));

        double[] Draw(double mean) => [.. Enumerable.Range(0, n).Select(_ => mean + Math.Log((1 - random.NextDouble()) / (1 - random.NextDouble())))];
    }

    private static double Share(FormattableString name, Func<Random, bool> hit) =>
        Simulation.Rates(name, Records, r => new BoundedEstimate(hit(r) ? 1 : 0, 0, 0, 0), static e => e.Value > 0, static _ => false).First;

    private void Rate(string what, double parameter, int n, double truth, FormattableString name, Func<Random, double> bound)
    {
        double sum = 0;
        (double rate, _) = Simulation.Rates(name, Records, r => new BoundedEstimate(Add(bound(r)), 0, 0, 0), e => e.Value > truth, static _ => false);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {parameter} | {n} | truth {truth:0.000} | mean {sum / Simulation.Replicates(Records):0.000} | above {rate:0.0000} |"));
        Assert.InRange(rate, 0, Simulation.Allowed(0.05, Records));

        double Add(double value)
        {
            sum += value;
            return value;
        }
    }
}
