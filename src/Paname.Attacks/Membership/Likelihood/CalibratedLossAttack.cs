using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Difficulty calibration: the target's loss less what models in general lose on the record.</summary>
internal sealed class CalibratedLossAttack : IMembershipAttack
{
    private readonly CalibrationOptions _options;

    internal CalibratedLossAttack(CalibrationOptions? options)
    {
        _options = options ?? new CalibrationOptions();
        _options.Check();
    }

    public string Name => "CalibratedLoss";

    public string Source => "Watson, Guo, Cormode, Sablayrolles: On the Importance of Difficulty Calibration in Membership Inference Attacks (2022)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => _options.References switch
    {
        CalibrationReferences.Out => ShadowNeeds.Offline(view),
        CalibrationReferences.In => ShadowNeeds.Offline(view) == ShadowNeeds.Models ? ShadowNeeds.Models
            : view.Shadows!.LeastIn == 0 ? "needs at least one shadow model trained on each record" : null,
        _ => ShadowNeeds.Online(view),
    };

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ShadowObservations shadows = ShadowNeeds.Require(this, observations);
        double[] scores = MeanOverViews(shadows.Target).Values.ToArray();
        ShadowSignals references = MeanOverViews(shadows.Shadows);
        ShadowMoments moments = ShadowMoments.Of(references, shadows.Inclusion, _options.Centre, _options.References != CalibrationReferences.Out, run);
        for (int i = 0; i < scores.Length; i++)
        {
            double inside = moments.Inside.Centres[i];
            double outside = moments.Outside.Centres[i];
            scores[i] -= _options.References switch
            {
                CalibrationReferences.Out => outside,
                CalibrationReferences.In => inside,
                _ => 0.5 * (inside + outside),
            };
        }

        return new AttackScores(scores) { Notes = [Note(shadows.View)] };
    }

    private string Note(ShadowView view) => _options.References switch
    {
        CalibrationReferences.Out => FormattableString.Invariant($"difficulty from at least {view.LeastOut} shadow models trained without each record"),
        CalibrationReferences.In => FormattableString.Invariant($"difficulty from at least {view.LeastIn} shadow models trained on each record"),
        _ => FormattableString.Invariant($"difficulty from at least {view.LeastIn} shadow models trained on each record and {view.LeastOut} trained without it"),
    };

    // Higher = member; views are averaged before models are.
    private ShadowSignals MeanOverViews(ShadowSignals signals)
    {
        ReadOnlySpan<double> values = signals.Values.Span;
        var means = new double[values.Length / signals.Views];
        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            foreach (double value in values.Slice(i * signals.Views, signals.Views))
            {
                sum += Value(signals.Scale, value);
            }

            means[i] = sum / signals.Views;
        }

        return new ShadowSignals(SignalScale.Score, signals.Records, signals.Models, 1, means);
    }

    private double Value(SignalScale scale, double signal) => (scale, _options.Signal) switch
    {
        (SignalScale.ScaledLogit, CalibrationSignal.Loss) => -LogOdds.ToLoss(signal),
        (SignalScale.Residual, CalibrationSignal.Loss) => -(signal * signal),
        (SignalScale.Residual, _) => -Math.Abs(signal),
        _ => signal,
    };
}
