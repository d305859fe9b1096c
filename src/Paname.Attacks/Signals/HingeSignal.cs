using Paname.Attacks.Targets;

namespace Paname.Attacks.Signals;

/// <summary>Margin of the true class over the best other one.</summary>
internal sealed class HingeSignal : ISignal
{
    public string Name => "Hinge";

    public bool LowerIsMember => false;

    public string? Unavailable(AttackerView view) => SignalNeeds.ScoresAndLabels(view);

    public void Compute(TargetOutputs outputs, ReadOnlySpan<int> labels, Span<double> values)
    {
        SignalNeeds.Require(this, outputs, labels, values);
        bool logits = outputs.Kind == OutputKind.Logits;
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> row = outputs.Row(i);
            double own = 0;
            double best = double.NegativeInfinity;
            for (int c = 0; c < row.Length; c++)
            {
                double score = logits ? row[c] : LogOdds.FromProbabilities(row, c);
                if (c == labels[i])
                {
                    own = score;
                }
                else
                {
                    best = Math.Max(best, score);
                }
            }

            values[i] = own - best;
        }
    }
}
