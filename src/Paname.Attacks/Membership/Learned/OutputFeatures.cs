using System.Numerics.Tensors;
using Paname.Attacks.Learning;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Turns outputs and labels into rows for a learner.</summary>
internal sealed class OutputFeatures(AttackFeatures features)
{
    private const AttackFeatures OfProbabilities = AttackFeatures.SortedProbabilities | AttackFeatures.Probabilities;

    private const AttackFeatures OfLabels = AttackFeatures.LogOdds | AttackFeatures.Correctness | AttackFeatures.Label;

    internal string? Unavailable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.OutputKind == OutputKind.Losses)
        {
            return features.HasFlag(AttackFeatures.LogOdds) ? null : "needs logits or probabilities";
        }

        return SignalNeeds.Scores(view) is not null ? "needs logits, probabilities or losses"
            : (features & OfLabels) != 0 ? SignalNeeds.Labels(view)
            : null;
    }

    /// <summary>Rows of records, in the order given.</summary>
    internal FeatureTable Table(TargetOutputs outputs, ReadOnlySpan<int> labels, IReadOnlyList<int> records)
    {
        int width = Width(outputs);
        var values = new double[checked(records.Count * width)];
        for (int i = 0; i < records.Count; i++)
        {
            Write(outputs, labels, records[i], values.AsSpan(i * width, width));
        }

        return new FeatureTable(records.Count, width, values);
    }

    internal int Width(TargetOutputs outputs)
        => outputs.Kind == OutputKind.Losses ? 1
            : (Columns(AttackFeatures.SortedProbabilities) * outputs.Classes) + (Columns(AttackFeatures.Probabilities) * outputs.Classes)
                + Columns(AttackFeatures.LogOdds) + Columns(AttackFeatures.Correctness) + (Columns(AttackFeatures.Label) * outputs.Classes);

    internal void Write(TargetOutputs outputs, ReadOnlySpan<int> labels, int record, Span<double> into)
    {
        ReadOnlySpan<double> row = outputs.Row(record);
        if (outputs.Kind == OutputKind.Losses)
        {
            into[0] = -row[0];
            return;
        }

        if ((features & OfProbabilities) != 0)
        {
            Span<double> probabilities = into[..row.Length];
            Probabilities(outputs.Kind, row, probabilities);
            if (features.HasFlag(OfProbabilities))
            {
                probabilities.CopyTo(into[row.Length..]);
                into = into[row.Length..];
            }

            if (features.HasFlag(AttackFeatures.SortedProbabilities))
            {
                probabilities.Sort(static (a, b) => b.CompareTo(a));
            }

            into = into[row.Length..];
        }

        if (features.HasFlag(AttackFeatures.LogOdds))
        {
            into[0] = outputs.Kind == OutputKind.Logits ? LogOdds.FromLogits(row, labels[record]) : LogOdds.FromProbabilities(row, labels[record]);
            into = into[1..];
        }

        if (features.HasFlag(AttackFeatures.Correctness))
        {
            into[0] = LogOdds.ArgMax(row) == labels[record] ? 1 : 0;
            into = into[1..];
        }

        if (features.HasFlag(AttackFeatures.Label))
        {
            into.Clear();
            into[labels[record]] = 1;
        }
    }

    private int Columns(AttackFeatures one) => features.HasFlag(one) ? 1 : 0;

    private static void Probabilities(OutputKind kind, ReadOnlySpan<double> row, Span<double> into)
    {
        if (kind == OutputKind.Probabilities)
        {
            row.CopyTo(into);
            return;
        }

        double sum = 1 + LogOdds.Exponentials(row, LogOdds.ArgMax(row), into);
        TensorPrimitives.Divide(into, sum, into);
    }
}
