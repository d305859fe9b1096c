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
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            values[i] = outputs.Kind == OutputKind.Logits ? FromLogits(row) : FromProbabilities(row);
        }
    }

    private static double FromLogits(ReadOnlySpan<double> logits)
    {
        double top = logits[LogOdds.ArgMax(logits)];
        double logNormaliser = LogNormaliser(logits, LogOdds.ArgMax(logits));
        double entropy = 0;
        foreach (double logit in logits)
        {
            double loss = top - logit + logNormaliser;
            double p = Math.Exp(-loss);
            entropy += p == 0 ? 0 : p * loss;
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

    /// <summary>logsumexp of the logits minus the largest, exact when the largest dominates.</summary>
    private static double LogNormaliser(ReadOnlySpan<double> logits, int top)
        => LogOdds.Log1P(Math.Exp(LogOdds.LogSumExpExcept(logits, top) - logits[top]));
}
