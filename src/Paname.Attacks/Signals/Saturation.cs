using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Tells which records a model's probabilities can no longer tell apart.</summary>
public static class Saturation
{
    /// <summary>Counts records whose true class has a probability of exactly 0 or leaves exactly 0 to all others: their scaled logit is a cap,
    /// not a measurement. Logits never saturate.</summary>
    /// <param name="outputs">The model's outputs.</param>
    /// <param name="labels">The true class of each record.</param>
    /// <returns>The number of saturated records; 0 for anything but probabilities.</returns>
    public static int Count(TargetOutputs outputs, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        int saturated = 0;
        if (outputs.Kind == OutputKind.Probabilities)
        {
            for (int i = 0; i < labels.Length; i++)
            {
                ReadOnlySpan<double> row = outputs.Row(i);
                saturated += row[labels[i]] <= 0 || LogOdds.SumExcept(row, labels[i]) <= 0 ? 1 : 0;
            }
        }

        return saturated;
    }
}
