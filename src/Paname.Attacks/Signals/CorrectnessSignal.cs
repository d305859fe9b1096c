using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Whether the prediction is right.</summary>
internal sealed class CorrectnessSignal : ISignal
{
    public string Name => "Correctness";

    public bool LowerIsMember => false;

    public string? Unavailable(AttackerView view)
        => view.OutputKind switch
        {
            OutputKind.Losses => "needs predicted classes, and the file holds losses",
            OutputKind.Residuals => "needs predicted classes, and the target is a regression",
            _ => SignalNeeds.Labels(view),
        };

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        SignalNeeds.Require(this, outputs, labels, values);
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            int predicted = outputs.Kind == OutputKind.LabelsOnly ? (int)row[0] : LogOdds.ArgMax(row);
            values[i] = predicted == labels[i] ? 1 : 0;
        }
    }
}
