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
        var exponentials = new double[outputs.Width];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            values[i] = outputs.Kind == OutputKind.Logits ? FromLogits(row, labels[i], exponentials) : FromProbabilities(row, labels[i]);
        }
    }

    private static double FromLogits(ReadOnlySpan<double> logits, int label, Span<double> exponentials)
    {
        if (logits.Length == 2)
        {
            // Ranks as the loss does, to the last digit.
            return OfClass(LogOdds.FromLogits(logits, 0), label == 0) + OfClass(LogOdds.FromLogits(logits, 1), label == 1);
        }

        int top = LogOdds.ArgMax(logits);
        double others = LogOdds.Exponentials(logits, top, exponentials);
        double sum = OfTop(logits, top, others, top == label);
        for (int c = 0; c < logits.Length; c++)
        {
            if (c == top)
            {
                continue;
            }

            // The rest holds the largest class, so it is at least 1 and nothing cancels; the odds are at most 1.
            double rest = 1 + (others - exponentials[c]);
            double odds = exponentials[c] / rest;
            double surpriseOfOthers = LogOdds.Log1P(odds);
            sum += c == label
                ? (surpriseOfOthers - (logits[c] - logits[top] - Math.Log(rest))) / (1 + odds)
                : odds / (1 + odds) * surpriseOfOthers;
        }

        return sum;
    }

    // The odds of the largest class are 1 to the sum of the others, unless that sum underflows.
    private static double OfTop(ReadOnlySpan<double> logits, int top, double others, bool isTrue)
    {
        double logOdds = double.IsNormal(others) ? -Math.Log(others) : LogOdds.FromLogits(logits, top);
        double loss = LogOdds.Log1P(others);
        return isTrue ? others / (1 + others) * loss : (loss + logOdds) / (1 + others);
    }

    private static double FromProbabilities(ReadOnlySpan<double> probabilities, int label)
    {
        double sum = 0;
        for (int c = 0; c < probabilities.Length; c++)
        {
            sum += OfClass(LogOdds.FromProbabilities(probabilities, c), c == label);
        }

        return sum;
    }

    /// <summary>With o the log-odds of a class, -log p = log(1 + e^-o) and -log(1 - p) = log(1 + e^o): both without cancellation.</summary>
    private static double OfClass(double logOdds, bool isTrue)
    {
        double towards = isTrue ? logOdds : -logOdds;
        double weight = Math.Exp(-LogOdds.ToLoss(-towards));
        return weight == 0 ? 0 : weight * LogOdds.ToLoss(towards);
    }
}
