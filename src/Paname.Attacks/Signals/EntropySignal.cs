using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Shannon entropy of the predicted distribution.</summary>
internal sealed class EntropySignal : ISignal
{
    public string Name => "Entropy";

    public bool LowerIsMember => true;

    public string? Unavailable(AttackerView view) => SignalNeeds.Scores(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        SignalNeeds.Require(this, outputs, values);
        var exponentials = new double[outputs.Width];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            values[i] = outputs.Kind == OutputKind.Logits ? FromLogits(row, exponentials) : FromProbabilities(row);
        }
    }

    private static double FromLogits(ReadOnlySpan<double> logits, Span<double> exponentials)
    {
        int top = LogOdds.ArgMax(logits);
        double others = LogOdds.Exponentials(logits, top, exponentials);
        double logNormaliser = LogOdds.Log1P(others);
        double entropy = 0;
        for (int c = 0; c < logits.Length; c++)
        {
            double loss = logits[top] - logits[c] + logNormaliser;
            entropy += exponentials[c] == 0 ? 0 : exponentials[c] / (1 + others) * loss;
        }

        return entropy;
    }

    private static double FromProbabilities(ReadOnlySpan<double> probabilities)
    {
        double entropy = 0;
        foreach (double p in probabilities)
        {
            entropy -= p > 0 ? p * Math.Log(p) : 0;
        }

        return entropy;
    }
}
