using System.Globalization;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>The class labels a model names, in the order of its columns.</summary>
internal sealed record LabelSet(IReadOnlyList<string> Names, bool Integers)
{
    /// <summary>Reads labels from the first of the attributes that holds any; labels that repeat name no classes.</summary>
    internal static LabelSet? Read(NodeProto node, string integers, string texts)
        => ReadAll(node, integers, texts) is { } labels && labels.Names.Distinct(StringComparer.Ordinal).Count() == labels.Names.Count ? labels : null;

    /// <summary>Reads values that may repeat, each once.</summary>
    internal static LabelSet? ReadDistinct(NodeProto node, string integers, string texts)
        => ReadAll(node, integers, texts) is { } labels ? labels with { Names = [.. labels.Names.Distinct(StringComparer.Ordinal)] } : null;

    /// <summary>The labels by class index: as declared, else ascending (numbers by value, text by ordinal order).</summary>
    internal IReadOnlyList<string> Ordered(IReadOnlyList<string>? declared, string model)
    {
        if (declared is null)
        {
            return Integers
                ? [.. Names.OrderBy(name => long.Parse(name, CultureInfo.InvariantCulture))]
                : [.. Names.Order(StringComparer.Ordinal)];
        }

        if (declared.Count != Names.Count || !declared.ToHashSet(StringComparer.Ordinal).SetEquals(Names))
        {
            throw new PanameDataException($"{model}: the model's classes are {string.Join(", ", Names)}; ClassLabels declares {string.Join(", ", declared)}. Declare each class of the model once.");
        }

        return declared;
    }

    private static LabelSet? ReadAll(NodeProto node, string integers, string texts)
    {
        if (node.Texts(texts) is { Count: > 0 } names)
        {
            return new LabelSet(names, Integers: false);
        }

        return node.Integers(integers) is { Count: > 0 } numbers
            ? new LabelSet([.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))], Integers: true)
            : null;
    }
}
