using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>From the kind signals were recorded in to the scale attacks work on, in float64 and without cancellation.</summary>
internal static class SignalConversion
{
    internal static SignalScale Scale(ShadowSignalKind kind) => kind switch
    {
        ShadowSignalKind.Residuals => SignalScale.Residual,
        ShadowSignalKind.Scores => SignalScale.Score,
        _ => SignalScale.ScaledLogit,
    };

    internal static bool FollowsFromOutputs(ShadowSignalKind kind) => Scale(kind) == SignalScale.ScaledLogit;

    internal static double Of(ShadowSignalKind kind, double value) => kind switch
    {
        ShadowSignalKind.TrueClassProbabilities => LogOdds.FromProbability(value),
        ShadowSignalKind.Losses => LogOdds.FromLoss(value),
        _ => value,
    };

    /// <summary>Whether a value was rounded until only a cap is left of its scaled logit.</summary>
    internal static bool IsSaturated(ShadowSignalKind kind, double value) => kind switch
    {
        ShadowSignalKind.TrueClassProbabilities => value is 0 or 1,
        ShadowSignalKind.Losses => value == 0,
        _ => false,
    };

    /// <summary>What is wrong with a value, or <see langword="null"/>.</summary>
    internal static string? Complaint(ShadowSignalKind kind, double value) => kind switch
    {
        _ when !double.IsFinite(value) => "is not a finite number. Compute signals in float64 from logits",
        ShadowSignalKind.TrueClassProbabilities when value is < 0 or > 1 => "lies outside 0 to 1, so it is no probability. Give the kind the values are of",
        ShadowSignalKind.Losses when value < 0 => "is negative. Give the loss itself (lower for records the model knows), not its negation or a log-likelihood",
        _ => null,
    };

    /// <summary>The target's scaled logits from its recorded outputs.</summary>
    internal static double[] OfOutputs(ShadowRequest request)
    {
        TargetOutputs outputs = request.Outputs;
        var signals = new double[outputs.Count];
        switch (outputs.Kind)
        {
            case OutputKind.Losses:
                for (int i = 0; i < signals.Length; i++)
                {
                    signals[i] = LogOdds.FromLoss(outputs.Values.Span[i]);
                }

                return signals;
            case OutputKind.LabelsOnly:
                throw new PanameDataException("The target gives labels only, from which no signal follows. Give its own signals with ShadowSignalOptions.Target.");
            default:
                ShadowScoring.RequireLabels(request);
                Signal.ScaledLogit.Compute(outputs, [.. request.Labels], signals);
                return signals;
        }
    }
}
