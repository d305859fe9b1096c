using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>The words and the checks for what a signal needs.</summary>
internal static class SignalNeeds
{
    internal static string? Scores(AttackerView view) => view.HasScores ? null : "needs logits or probabilities";

    internal static string? Labels(AttackerView view) => view.Labels ? null : "needs the true labels";

    internal static string? ScoresAndLabels(AttackerView view) => Scores(view) ?? Labels(view);

    internal static void Require(ISignal signal, TargetOutputs outputs, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (values.Length != outputs.Count)
        {
            throw new ArgumentException($"There are {outputs.Count} records and room for {values.Length} values.", nameof(values));
        }

        if (signal.Unavailable(new AttackerView(outputs.Kind, outputs.Classes, Labels: true)) is { } reason)
        {
            throw new PanameDataException($"{signal.Name} {reason}.");
        }
    }

    internal static void Require(ISignal signal, TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        Require(signal, outputs, values);
        if (labels.Length != outputs.Count)
        {
            throw new PanameDataException($"There are {labels.Length} labels for {outputs.Count} records.");
        }

        int outside = labels.IndexOfAnyExceptInRange(0, outputs.Classes - 1);
        if (outside >= 0)
        {
            throw new PanameDataException($"The label of record {outside + 1} is no class of the model, which tells {outputs.Classes} apart. Check the label map.");
        }
    }
}
