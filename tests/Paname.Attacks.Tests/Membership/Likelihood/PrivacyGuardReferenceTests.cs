using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;
using static Paname.Attacks.Tests.TestSupport.SideLists;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>LiRA and calibration against PrivacyGuard. Its LiRA starts from means and deviations, not from signals.</summary>
public sealed class PrivacyGuardReferenceTests
{
    [Fact]
    public void Lira_arithmetic_of_every_row_is_reproduced()
    {
        var reference = new ReferenceCase("lira_privacyguard");
        double[][] columns = [.. Enumerable.Range(0, 5).Select(c => (double[])[.. reference.Array("table").Where((_, i) => i % 5 == c)])];
        (double[] x, double[] meanIn, double[] meanOut, double[] inside, double[] outside) = (columns[0], columns[1], columns[2], columns[3], columns[4]);
        // The "global" deviation is that of the target's own scores: no estimate of what models scatter.
        double global = Deviation(x) * Math.Sqrt(x.Length / (x.Length - 1.0));
        Check("online_fix_global", i => LogDensity(x[i], meanIn[i], global) - LogDensity(x[i], meanOut[i], global));
        Check("online_fix_shadows_in", i => LogDensity(x[i], meanIn[i], inside.Average()) - LogDensity(x[i], meanOut[i], inside.Average()));
        Check("online_fix_shadows_out", i => LogDensity(x[i], meanIn[i], outside.Average()) - LogDensity(x[i], meanOut[i], outside.Average()));
        Check("online_fix_mix", i => LogDensity(x[i], meanIn[i], inside.Average()) - LogDensity(x[i], meanOut[i], outside.Average()));
        Check("online_per_global", i => LogDensity(x[i], meanIn[i], inside[i]) - LogDensity(x[i], meanOut[i], outside[i]));
        // Two-sided offline, as in plot.py; "evals in" gives an inverted score, AUC .236.
        Check("offline_fix_global", i => -LogDensity(x[i], meanOut[i], global));
        Check("offline_fix_global_evalsin", i => LogDensity(x[i], meanOut[i], global));
        Check("offline_fix_shadows_out", i => -LogDensity(x[i], meanOut[i], outside.Average()));
        Check("offline_fix_shadows_out_evalsin", i => LogDensity(x[i], meanOut[i], outside.Average()));

        void Check(string row, Func<int, double> score)
        {
            double[] scores = [.. Enumerable.Range(0, x.Length).Select(score)];
            Numbers.Close(reference.Array(row), scores);
            Assert.Equal(reference.Number(row, "auc"), ShadowFixture.Auc(scores, reference.Array("target_member")), 1e-9);
        }
    }

    [Theory]
    [InlineData("loss")]
    [InlineData("entropy")]
    [InlineData("confidence")]
    [InlineData("scaled_logits")]
    [InlineData("logits")]
    public void Calibration_by_one_model_is_reproduced(string row)
    {
        var reference = new ReferenceCase("calib_privacyguard");
        double[] label = reference.Array("label");
        double[] target = Signals(reference.Array("prediction"));
        double[] other = Signals(reference.Array("calib_prediction"));
        Numbers.Close(reference.Array(row), row is "scaled_logits" ? target : [.. target.Select((s, i) => Score(s, i))]);
        SignalScale scale = row is "loss" or "scaled_logits" ? SignalScale.ScaledLogit : SignalScale.Score;
        double[] member = reference.Array("member");
        double[] given(double[] signals) => scale == SignalScale.ScaledLogit ? signals : [.. signals.Select((s, i) => Score(s, i))];
        ShadowFixture fixture = ShadowFixture.Of(given(target), given(other), new double[target.Length], member, scale: scale);

        double[] scores = fixture.Score(ShadowAttacks.CalibratedLoss(new() { Signal = row == "loss" ? CalibrationSignal.Loss : CalibrationSignal.Signal }));

        Numbers.Close(reference.Array(row + "_calibrated"), scores);
        Assert.Equal(reference.Number(row + "_calibrated", "auc"), ShadowFixture.Auc(scores, member), 1e-9);

        // Log-odds of the true class.
        double[] Signals(double[] positive) => [.. positive.Select((p, i) => (label[i] == 1 ? 1 : -1) * (Math.Log(p) - Math.Log(1 - p)))];

        double Score(double logOdds, int i)
        {
            double p = 1 / (1 + Math.Exp(-logOdds));
            return row switch
            {
                "loss" => Math.Log(p),
                "entropy" => (p * Math.Log(p)) + ((1 - p) * Math.Log(1 - p)),
                "confidence" => p,
                "logits" => label[i] == 1 ? logOdds : -logOdds,
                _ => logOdds,
            };
        }
    }
}
