using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Data.Arrays;

namespace Paname.Attacks.Targets;

/// <summary>Predictions from arrays of files.</summary>
internal static class PredictionArrays
{
    internal static PredictionTable Table(OutputKind kind, ArrayData outputs, ArrayData? labels, ArrayData member, PredictionOptions options)
    {
        outputs.RequireRecords();
        int[]? classes = labels?.ToIntegers("label");
        var values = new double[outputs.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = outputs.At(i);
        }

        RequireFinite(outputs, values);
        return new PredictionTable(outputs.Name, kind, Classes(kind, outputs, values, classes), values, Members(member), classes, options);
    }

    private static int Classes(OutputKind kind, ArrayData outputs, double[] values, int[]? labels)
    {
        if (TargetOutputs.IsSingle(kind))
        {
            outputs.RequireColumn(kind switch { OutputKind.Losses => "loss", OutputKind.Residuals => "residual", _ => "predicted label" });
            IEnumerable<int> predicted = kind == OutputKind.LabelsOnly ? outputs.ToIntegers("predicted label") : [];
            return PredictionTable.ClassesOf(kind, null, predicted.Concat(labels ?? []));
        }

        return outputs.Shape.Length == 2 && outputs.Shape[1] >= 2
            ? outputs.Shape[1]
            : throw new PanameDataException($"{outputs.Name} has shape {outputs.ShapeText}; [records, classes] with at least 2 classes is needed. For a single probability p give the columns 1 - p and p.");
    }

    private static bool[] Members(ArrayData member)
    {
        int[] flags = member.ToIntegers("membership");
        for (int i = 0; i < flags.Length; i++)
        {
            if (flags[i] is not (0 or 1))
            {
                throw new PanameDataException(string.Create(CultureInfo.InvariantCulture, $"{member.Name}, record {i + 1}: membership is neither 0 nor 1."));
            }
        }

        return [.. flags.Select(flag => flag == 1)];
    }

    private static void RequireFinite(ArrayData outputs, double[] values)
    {
        int bad = new ReadOnlySpan<double>(values).IndexOfNonFinite();
        if (bad >= 0)
        {
            int width = values.Length / outputs.Count;
            throw new PanameDataException(string.Create(
                CultureInfo.InvariantCulture, $"{outputs.Name}, row {(bad / width) + 1}, column {(bad % width) + 1}: {(double.IsNaN(values[bad]) ? "NaN" : "an infinity")}. Nothing is filtered: mend the export."));
        }
    }
}
