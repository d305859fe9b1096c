using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Song and Mittal's entropy, which is 0 for a certain right answer and grows without bound for a certain wrong one.</summary>
internal sealed class ModifiedEntropySignal : ISignal
{
    public string Name => "ModifiedEntropy";

    public bool LowerIsMember => true;

    public string? Unavailable(AttackerView view) => SignalNeeds.ScoresAndLabels(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        SignalNeeds.Require(this, outputs, labels, values);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = OfRow(outputs.Row(i), outputs.Kind == OutputKind.Logits, labels[i]);
        }
    }

    /// <summary>With o the log-odds of a class, -log p = log(1 + e^-o) and -log(1 - p) = log(1 + e^o): both without cancellation.</summary>
    private static double OfRow(ReadOnlySpan<double> row, bool logits, int label)
    {
        double sum = 0;
        for (int c = 0; c < row.Length; c++)
        {
            double odds = logits ? LogOdds.FromLogits(row, c) : LogOdds.FromProbabilities(row, c);
            double weight = c == label ? Math.Exp(-LogOdds.ToLoss(-odds)) : Math.Exp(-LogOdds.ToLoss(odds));
            double surprise = c == label ? LogOdds.ToLoss(odds) : LogOdds.ToLoss(-odds);
            sum += weight == 0 ? 0 : weight * surprise;
        }

        return sum;
    }
}
