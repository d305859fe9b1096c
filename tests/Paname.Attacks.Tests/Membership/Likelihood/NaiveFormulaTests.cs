using MathNet.Numerics.Random;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>The attacks against their formulas written out plainly, where the shortcuts they take could differ: ragged counts, saturated signals, tuning.</summary>
public sealed class NaiveFormulaTests
{
    [Fact]
    public void Rmia_keeps_its_digits_where_probabilities_round_to_one()
    {
        // log p = -e^-40, log p-bar = -(1 + a)/2 e^-38: in float64 both probabilities are exactly 1.
        ShadowFixture fixture = Given(SignalScale.ScaledLogit, [40, 30], [38, 28, 38, 28], [0, 0, 0, 0]);
        double[] ratios = fixture.Score(ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Offline, OfflineA = .4 }));
        Assert.Equal(1, ((.7 * Math.Exp(-38)) - Math.Exp(-40)) / ratios[0], 1e-9);
        Assert.Equal(1, ((.7 * Math.Exp(-28)) - Math.Exp(-30)) / ratios[1], 1e-9);
    }

    [Fact]
    public void Rmia_goes_on_where_probabilities_underflow()
    {
        ShadowFixture fixture = Given(SignalScale.ScaledLogit, [-790, -850], [-800, -800, -801, -801], [1, 1, 0, 0]);
        double[] ratios = fixture.Score(ShadowAttacks.Rmia());
        Assert.Equal([10, -50], [Math.Round(ratios[0]), Math.Round(ratios[1])]);
    }

    [Fact]
    public void Rmia_of_residuals_takes_the_variance_of_models_without_the_record()
    {
        // Out-models: 1, 2, 2, 4; in-models 100 times as far off, which is not the density of a record left out.
        double[] shadows = [1, 200, 100, 2, 2, 400, 300, 4];
        double[] trainedOn = [0, 1, 1, 0, 0, 1, 1, 0];
        ShadowFixture fixture = Given(SignalScale.Residual, [.5, 3], shadows, trainedOn);
        double variance = (1 + 4 + 4 + 16) / 4.0;
        double[] ratios = fixture.Score(ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Offline, OfflineA = 1 }));
        double P(double residual) => Math.Exp(-residual * residual / (2 * variance));
        Assert.Equal(Math.Log(P(.5) / ((P(1) + P(2)) / 2)), ratios[0], 1e-12);
        Assert.Equal(Math.Log(P(3) / ((P(2) + P(4)) / 2)), ratios[1], 1e-12);
    }

    [Fact]
    public void Rmia_of_residuals_keeps_its_digits_and_knows_models_without_error()
    {
        // The pooled variance is 0.5e8, so 1 - p of a residual of 1e-3 is 1e-14.
        ShadowFixture fixture = Given(SignalScale.Residual, [0, 0], [1e-3, 1e4, 1e-3, 1e4], [0, 0, 0, 0]);
        double expected = 1e-6 / (2 * ((1e8 + 1e-6) / 2));
        Assert.Equal(1, fixture.Score(ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Offline, OfflineA = 1 }))[0] / expected, 1e-9);

        ShadowFixture exact = Given(SignalScale.Residual, [0, 0], [0, 0, 0, 0], [0, 0, 0, 0]);
        Assert.Equal([0, 0], exact.Score(ShadowAttacks.Rmia(new RmiaOptions { OfflineA = .5 })));
    }

    [Fact]
    public void Counts_that_differ_between_the_sides_allow_for_one_more_signal()
    {
        // 2 models in, 3 out, for every record alike: the factor is 1 + 1/2 on one side and 1 + 1/3 on the other.
        double[] shadows = [4, 1, 6, 0, 1, 5, 2, 9, 3, 2];
        double[] trainedOn = [1, 0, 1, 0, 0, 1, 0, 1, 0, 0];
        ShadowFixture fixture = Given(SignalScale.ScaledLogit, [4.5, 3], shadows, trainedOn);
        var options = new LiraOptions { Form = ShadowForm.Online, Variance = LiraVariance.PerRecord, Centre = ShadowCentre.Mean };
        double[] scores = fixture.Score(ShadowAttacks.Lira(options));
        Assert.Equal(LogDensity(4.5, [4, 6]) - LogDensity(4.5, [1, 2, 3]), scores[0], 1e-12);
        Assert.Equal(LogDensity(3, [5, 9]) - LogDensity(3, [1, 0, 2]), scores[1], 1e-12);

        static double LogDensity(double value, double[] sample)
        {
            double mean = sample.Average();
            double variance = sample.Sum(x => (x - mean) * (x - mean)) / (sample.Length - 1) * (1 + (1.0 / sample.Length));
            return (-.5 * Math.Log(variance)) - ((value - mean) * (value - mean) / (2 * variance));
        }
    }

    [Fact]
    public void Pooled_variance_needs_its_degrees_of_freedom_on_either_side()
    {
        // Each record is in one model of eight: nothing is left for a variance of the models trained on it.
        bool[] mask = [.. Enumerable.Range(0, 8 * 40).Select(i => i / 40 == i % 8)];
        var view = ShadowFixture.Of(new double[40], new double[320], [.. mask.Select(flag => flag ? 1.0 : 0)], [.. Enumerable.Range(0, 40).Select(i => (double)(i % 2))]).AttackerView;
        string? reason = ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Online, Variance = LiraVariance.Pooled }).NotApplicable(view);
        Assert.Contains("30 degrees of freedom", reason, StringComparison.Ordinal);
        Assert.EndsWith("there are 0", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(7, 2)]
    public void The_tuned_a_is_the_best_of_its_definition(int models, int seed)
    {
        const int Records = 60;
        var random = new MersenneTwister(seed);
        bool[] mask = [.. Enumerable.Range(0, models * Records).Select(_ => random.NextDouble() < .4)];
        if (models % 2 == 0)
        {
            // Model 1 is the complement of model 0, the one that is attacked first.
            mask[..Records].Select(flag => !flag).ToArray().CopyTo(mask, Records);
        }

        double[] values = [.. Enumerable.Range(0, Records * models).Select(i => MathNet.Numerics.Distributions.Normal.Sample(random, mask[(i % models * Records) + (i / models)] ? 1.2 : 0, 2))];
        var signals = new ShadowSignals(SignalScale.ScaledLogit, Records, models, 1, values);
        var inclusion = new InclusionMask(models, Records, mask);
        int[] attacked = [.. Enumerable.Range(0, 4).Select(i => i * models / 4)];
        double[] means = [.. Enumerable.Range(0, 11).Select(step => attacked.Average(model => Auc(model, step / 10.0)))];
        TrueClassProbability reading = TrueClassProbability.Of(signals, inclusion);
        Assert.All(attacked, model => Assert.All(
            OfflineTuning.Aucs(model, signals, inclusion, reading, new AttackRun(0))!.Select((auc, step) => (auc, step)), pair => Assert.Equal(Auc(model, pair.step / 10.0), pair.auc, 1e-12)));
        Assert.Equal(Array.IndexOf(means, means.Max()) / 10.0, Rmia.TuneOfflineA(signals, inclusion));

        double Auc(int model, double a)
        {
            bool[] left = [.. Enumerable.Range(0, models).Select(m => m == model || Enumerable.Range(0, Records).All(r => inclusion[m, r] != inclusion[model, r]))];
            var scores = (In: new List<double>(), Out: new List<double>());
            for (int r = 0; r < Records; r++)
            {
                double[] outside = [.. Enumerable.Range(0, models).Where(m => !left[m] && !inclusion[m, r]).Select(m => 1 / (1 + Math.Exp(-values[(r * models) + m])))];
                if (outside.Length > 0)
                {
                    double own = 1 / (1 + Math.Exp(-values[(r * models) + model]));
                    (inclusion[model, r] ? scores.In : scores.Out).Add(own / (.5 * (((1 + a) * outside.Average()) + 1 - a)));
                }
            }

            return scores.In.Average(x => scores.Out.Average(y => x > y ? 1 : x == y ? .5 : 0));
        }
    }

    [Fact]
    public void Of_equally_good_a_the_smallest_is_taken()
    {
        // Without any spread every a ranks alike.
        bool[] mask = [.. Enumerable.Range(0, 40).Select(i => i % 3 == 0)];
        Assert.Equal(0, Rmia.TuneOfflineA(new ShadowSignals(SignalScale.ScaledLogit, 10, 4, 1, new double[40]), new InclusionMask(4, 10, mask)));
    }

    private static ShadowFixture Given(SignalScale scale, double[] target, double[] shadows, double[] trainedOn) => ShadowFixture.Of(target, shadows, trainedOn, [1, 0], scale: scale);
}
