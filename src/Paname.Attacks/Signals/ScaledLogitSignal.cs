using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Log-odds of the true class.</summary>
internal sealed class ScaledLogitSignal : ISignal
{
    public string Name => "ScaledLogit";

    public bool LowerIsMember => false;

    public string? Unavailable(AttackerView view) => SignalNeeds.ScoresAndLabels(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        SignalNeeds.Require(this, outputs, labels, values);
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            values[i] = outputs.Kind == OutputKind.Logits ? LogOdds.FromLogits(row, labels[i]) : LogOdds.FromProbabilities(row, labels[i]);
        }
    }
}
