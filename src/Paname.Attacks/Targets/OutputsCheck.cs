using System.Globalization;
using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>What every output of a model must satisfy before a signal is computed from it.</summary>
internal static class OutputsCheck
{
    // Softmax in float32 or float16-quantised exports stays well within this of 1.
    private const double SumTolerance = 1e-2;

    internal static void Check(TargetOutputs outputs, Func<int, string> recordName)
    {
        int bad = outputs.Values.Span.IndexOfNonFinite();
        if (bad >= 0)
        {
            int record = bad / outputs.Width;
            string where = outputs.Width == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", class {bad % outputs.Width}");
            string what = double.IsNaN(outputs.Values.Span[bad]) ? "NaN" : "an infinity";
            throw new PanameDataException(
                $"The model's output for {recordName(record)}{where} is {what}. Check the record's inputs and the model's numerical range; nothing is filtered.");
        }

        switch (outputs.Kind)
        {
            case OutputKind.Probabilities:
                CheckProbabilities(outputs, recordName);
                break;
            case OutputKind.LabelsOnly:
                CheckLabels(outputs, recordName);
                break;
            case OutputKind.Losses:
                CheckLosses(outputs, recordName);
                break;
        }
    }

    private static void CheckProbabilities(TargetOutputs outputs, Func<int, string> recordName)
    {
        for (int i = 0; i < outputs.Count; i++)
        {
            double sum = 0;
            ReadOnlySpan<double> row = outputs.Row(i);
            for (int c = 0; c < row.Length; c++)
            {
                if (row[c] is < -1e-6 or > 1 + 1e-6)
                {
                    throw new PanameDataException(
                        $"The model's output for {recordName(i)}, class {c.ToString(CultureInfo.InvariantCulture)} lies outside 0 to 1, so it is no probability. Declare the output kind as Logits if these are logits.");
                }

                sum += row[c];
            }

            if (Math.Abs(sum - 1) > SumTolerance)
            {
                throw new PanameDataException(
                    $"The model's probabilities for {recordName(i)} do not sum to 1. Declare the output kind as Logits if these are logits; independent sigmoids (several labels at once) are not supported.");
            }
        }
    }

    private static void CheckLabels(TargetOutputs outputs, Func<int, string> recordName)
    {
        ReadOnlySpan<double> labels = outputs.Values.Span;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0 || labels[i] >= outputs.Classes || labels[i] != Math.Floor(labels[i]))
            {
                throw new PanameDataException($"The model's predicted label for {recordName(i)} is not a class from 0 to {(outputs.Classes - 1).ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }

    private static void CheckLosses(TargetOutputs outputs, Func<int, string> recordName)
    {
        int negative = outputs.Values.Span.IndexOfAnyInRange(double.NegativeInfinity, -double.Epsilon);
        if (negative >= 0)
        {
            throw new PanameDataException(
                $"The loss of {recordName(negative)} is negative. Give the loss itself (lower for records the model knows), not its negation or a log-likelihood.");
        }
    }
}
