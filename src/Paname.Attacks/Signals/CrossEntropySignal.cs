using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Cross-entropy loss of the true class, or the loss as given.</summary>
internal sealed class CrossEntropySignal : ISignal
{
    public string Name => "Loss";

    public bool LowerIsMember => true;

    public string? Unavailable(AttackerView view) => view.OutputKind == OutputKind.Losses ? null : SignalNeeds.ScoresAndLabels(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        if (outputs.Kind == OutputKind.Losses)
        {
            outputs.Values.Span.CopyTo(values);
            return;
        }

        Signal.ScaledLogit.Compute(outputs, labels, values);
        foreach (ref double value in values)
        {
            value = LogOdds.ToLoss(value);
        }
    }
}
