using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>What a model says about a canary.</summary>
/// <param name="kind">What the outputs are.</param>
/// <param name="classes">How many classes there are.</param>
/// <param name="sure">Log-odds of the true class for a model that knows the canary: above all that the target gave, as far as the kind can tell them apart. For losses the loss itself.</param>
/// <param name="unsure">The same for a model that does not: the true class a little below all others. For losses the loss itself.</param>
internal sealed class CanaryAnswers(OutputKind kind, int classes, double sure, double unsure)
{
    // Where probabilities saturate in float64, nothing lies above.
    private const double Saturated = 100;

    internal static CanaryAnswers For(TargetOutputs outputs, ReadOnlySpan<int> labels)
    {
        if (outputs.Kind == OutputKind.Losses)
        {
            ReadOnlySpan<double> losses = outputs.Values.Span;
            return new CanaryAnswers(outputs.Kind, outputs.Classes, Smallest(losses) / 2, (Largest(losses) * 1.01) + 1e-9);
        }

        double top = 0;
        for (int i = 0; i < outputs.Count && outputs.Kind != OutputKind.LabelsOnly; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            int of = labels.IsEmpty ? LogOdds.ArgMax(row) : labels[i];
            top = Math.Max(top, outputs.Kind == OutputKind.Logits ? LogOdds.FromLogits(row, of) : LogOdds.FromProbabilities(row, of));
        }

        return new CanaryAnswers(outputs.Kind, outputs.Classes, top + 4, -Math.Log(outputs.Classes - 1) - 0.05);
    }

    /// <summary>Writes one record's outputs.</summary>
    /// <param name="row">Room for them; holds the outputs that are replaced.</param>
    /// <param name="label">The true class; without one the class now predicted stands for it.</param>
    /// <param name="knows">Whether the model was trained on the canary.</param>
    /// <param name="random">Small differences between canaries.</param>
    internal void Write(Span<double> row, int? label, bool knows, Random random)
    {
        switch (kind)
        {
            case OutputKind.Losses:
                row[0] = knows ? sure * random.NextDouble() : unsure * (1 + (0.1 * random.NextDouble()));
                break;
            case OutputKind.LabelsOnly:
                int own = label ?? (int)row[0];
                row[0] = knows ? own : (own + 1 + random.Next(classes - 1)) % classes;
                break;
            default:
                double logOdds = knows ? sure + random.NextDouble() : unsure - (0.2 * random.NextDouble());
                WriteScores(row, label ?? LogOdds.ArgMax(row), logOdds);
                break;
        }
    }

    private void WriteScores(Span<double> row, int label, double logOdds)
    {
        if (kind == OutputKind.Logits)
        {
            row.Clear();
            row[label] = logOdds + Math.Log(classes - 1);
            return;
        }

        row.Fill(logOdds > Saturated ? 0 : Math.Exp(-LogOdds.ToLoss(-logOdds)) / (classes - 1));
        row[label] = logOdds > Saturated ? 1 : Math.Exp(-LogOdds.ToLoss(logOdds));
    }

    private static double Smallest(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Min(values);

    private static double Largest(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.Max(values);
}
