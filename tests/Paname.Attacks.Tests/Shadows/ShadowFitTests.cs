using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

public class ShadowFitTests
{
    private static readonly ShadowFit[] s_shadows = [.. Enumerable.Range(0, 8).Select(i => new ShadowFit(500, 500, 0.98 + (i % 2 * 0.004), 0.90 + (i % 4 * 0.004), 0.05 + (i * 0.001), 0.30 + (i * 0.005)))];
    private static readonly ShadowFit s_like = new(500, 500, 0.983, 0.905, 0.053, 0.32);

    [Fact]
    public void Fit_is_counted_on_both_sides_of_each_model()
    {
        // Scaled logits of two classes are differences of logits; the true class is 0, 1, 0, 1.
        TargetOutputs first = new(OutputKind.Logits, 2, new double[] { 2, 0, 0, 1, 0, 1, 3, 0 });
        TargetOutputs second = new(OutputKind.Logits, 2, new double[] { 1, 0, 0, 1, 1, 0, 0, 1 });
        double[] signals = [2, 1, 1, 1, -1, 1, -3, 1];
        var seen = new ShadowObservations(
            new ShadowSignals(SignalScale.ScaledLogit, 4, 1, 1, new double[] { 2, 1, -1, -3 }),
            new ShadowSignals(SignalScale.ScaledLogit, 4, 2, 1, signals),
            new InclusionMask(2, 4, [true, false, true, false, false, false, false, false])) { Outputs = [first, second] };

        ShadowFit target = ShadowFit.OfTarget(seen, first, [0, 1, 0, 1], members: 3);
        IReadOnlyList<ShadowFit> shadows = ShadowFit.OfShadows(seen, [0, 1, 0, 1]);

        static double Loss(double logit) => Math.Log(1 + Math.Exp(-logit));
        Assert.Equal(2 / 3.0, target.TrainingAccuracy!.Value, 1e-12);
        Assert.Equal(0.0, target.HeldOutAccuracy);
        Assert.Equal((Loss(2) + Loss(1) + Loss(-1)) / 3, target.TrainingLoss!.Value, 1e-12);
        Assert.Equal(0.5, shadows[0].TrainingAccuracy);
        Assert.Equal((Loss(2) + Loss(-1)) / 2, shadows[0].TrainingLoss!.Value, 1e-12);
        Assert.Equal((Loss(1) + Loss(-3)) / 2, shadows[0].HeldOutLoss!.Value, 1e-12);
        Assert.Equal(new ShadowFit(0, 4, null, 1, null, Loss(1)), shadows[1] with { HeldOutLoss = Loss(1) });
    }

    [Fact]
    public void Losses_are_of_the_record_itself_the_first_view()
    {
        var seen = new ShadowObservations(
            new ShadowSignals(SignalScale.ScaledLogit, 1, 1, 2, new double[] { 2, -9 }),
            new ShadowSignals(SignalScale.ScaledLogit, 1, 2, 2, new double[] { 1, -9, 3, -9 }),
            new InclusionMask(2, 1, [true, false]));
        IReadOnlyList<ShadowFit> shadows = ShadowFit.OfShadows(seen, [0]);
        Assert.Equal(Math.Log(1 + Math.Exp(-1)), shadows[0].TrainingLoss!.Value, 1e-12);
        Assert.Equal(Math.Log(1 + Math.Exp(-3)), shadows[1].HeldOutLoss!.Value, 1e-12);
    }

    [Fact]
    public void Signals_alone_tell_losses_and_other_scales_nothing()
    {
        var logits = new ShadowSignals(SignalScale.ScaledLogit, 2, 1, 1, new double[] { 1, 1 });
        var scores = new ShadowSignals(SignalScale.Score, 2, 1, 1, new double[] { 1, 1 });
        var mask = new InclusionMask(1, 2, [true, false]);
        ShadowFit known = ShadowFit.OfShadows(new ShadowObservations(logits, logits, mask), [0, 1])[0];
        Assert.Null(known.TrainingAccuracy);
        Assert.NotNull(known.TrainingLoss);
        Assert.Equal(new ShadowFit(1, 1, null, null, null, null), ShadowFit.OfShadows(new ShadowObservations(scores, scores, mask), [0, 1])[0]);
    }

    [Fact]
    public void A_target_like_its_shadows_is_not_flagged()
        => Assert.Equal(new ShadowMismatch(ShadowMismatchLevel.None, ""), ShadowMismatch.Judge(s_like, s_shadows));

    [Theory]
    [InlineData(0.983, 0.84, 0.053, 0.32, ShadowMismatchLevel.Warning, "accuracy on held-out records 0.840, theirs 0.906")]
    [InlineData(0.983, 0.79, 0.053, 0.32, ShadowMismatchLevel.Gross, "accuracy on held-out records 0.790")]
    [InlineData(0.93, 0.905, 0.053, 0.32, ShadowMismatchLevel.Warning, "accuracy on training records 0.930")]
    [InlineData(0.983, 0.905, 0.02, 0.32, ShadowMismatchLevel.Warning, "mean loss on training records 0.02, theirs 0.0535")]
    [InlineData(0.983, 0.905, 0.0001, 0.32, ShadowMismatchLevel.Warning, "mean loss on training records 0.0001")]
    [InlineData(0.983, 0.85, 0.0001, 0.32, ShadowMismatchLevel.Gross, "mean loss on training records 0.0001")]
    [InlineData(0.983, 0.905, 0.053, 0.9, ShadowMismatchLevel.Warning, "mean loss on held-out records 0.9")]
    [InlineData(0.5, 0.5, 0.69, 0.69, ShadowMismatchLevel.Gross, "training less held-out accuracy")]
    public void What_differs_is_told_with_its_numbers(double training, double heldOut, double trainingLoss, double heldOutLoss, ShadowMismatchLevel level, string part)
    {
        ShadowMismatch found = ShadowMismatch.Judge(new ShadowFit(500, 500, training, heldOut, trainingLoss, heldOutLoss), s_shadows);
        Assert.Equal(level, found.Level);
        Assert.Contains(part, found.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("the target fits its records otherwise than its 8 shadow models, so attacks with them ", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_records_spread_more()
    {
        // .84 on 30 held-out records is within what chance does to a share of .906.
        Assert.Equal(ShadowMismatchLevel.None, ShadowMismatch.Judge(s_like with { HeldOut = 30, HeldOutAccuracy = 0.84 }, s_shadows).Level);
        Assert.Equal(ShadowMismatchLevel.Warning, ShadowMismatch.Judge(s_like with { HeldOutAccuracy = 0.84 }, s_shadows).Level);
    }

    [Fact]
    public void What_is_not_known_is_not_compared()
    {
        Assert.Equal(ShadowMismatchLevel.None, ShadowMismatch.Judge(new ShadowFit(5, 5, null, null, null, null), s_shadows).Level);
        Assert.Equal(ShadowMismatchLevel.None, ShadowMismatch.Judge(s_like, [.. s_shadows.Select(_ => new ShadowFit(5, 5, null, null, null, null))]).Level);
        Assert.Throws<ArgumentOutOfRangeException>(() => ShadowMismatch.Judge(s_like, s_shadows[..1]));
    }
}
