using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Probability of the true class.</summary>
internal sealed class ConfidenceSignal : ISignal
{
    public string Name => "Confidence";

    public bool LowerIsMember => false;

    public string? Unavailable(AttackerView view) => SignalNeeds.ScoresAndLabels(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        SignalNeeds.Require(this, outputs, labels, values);
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            values[i] = outputs.Kind == OutputKind.Logits ? Math.Exp(-LogOdds.ToLoss(LogOdds.FromLogits(row, labels[i]))) : row[labels[i]];
        }
    }
}
