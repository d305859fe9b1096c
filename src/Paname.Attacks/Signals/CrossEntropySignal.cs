using System.Numerics.Tensors;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Cross-entropy loss of the true class, the loss as given, or the absolute residual of a regression.</summary>
internal sealed class CrossEntropySignal : ISignal
{
    public string Name => "Loss";

    public bool LowerIsMember => true;

    public string? Unavailable(AttackerView view) => TargetOutputs.NeedsNoLabels(view.OutputKind) ? null : SignalNeeds.ScoresAndLabels(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        if (outputs.Kind == OutputKind.Losses)
        {
            outputs.Values.Span.CopyTo(values);
            return;
        }

        if (outputs.Kind == OutputKind.Residuals)
        {
            TensorPrimitives.Abs(outputs.Values.Span, values);
            return;
        }

        Signal.ScaledLogit.Compute(outputs, labels, values);
        foreach (ref double value in values)
        {
            value = LogOdds.ToLoss(value);
        }
    }
}
