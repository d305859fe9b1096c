using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using AttributeType = Paname.Onnx.Graphs.Schema.AttributeProto.Types.AttributeType;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Operators whose attributes became inputs.</summary>
internal static class AttributesToInputs
{
    internal static IEnumerable<IOperatorUpgrade> All { get; } =
    [
        new NodeChange("TopK", 10, (node, target) => Move(node, "k", target)),
        new NodeChange("Slice", 10, Slice),
        new NodeChange("Clip", 11, Clip),
        new NodeChange("Pad", 11, Pad),
        new NodeChange("Dropout", 12, Dropout),
        new NodeChange("Squeeze", 13, (node, target) => Move(node, "axes", target)),
        new NodeChange("Unsqueeze", 13, (node, target) => Move(node, "axes", target)),
        new NodeChange("Split", 18, Split),
        new NodeChange("ReduceSum", 13, (node, target) => Move(node, "axes", target)),
        .. new[] { "L1", "L2", "LogSum", "LogSumExp", "Max", "Mean", "Min", "Prod", "SumSquare" }
            .Select(kind => new NodeChange($"Reduce{kind}", 18, (node, target) => Move(node, "axes", target))),
        new NodeChange("DFT", 20, Transform),
    ];

    /// <summary>Whole numbers become the last input; an empty list said the same as none.</summary>
    private static void Move(NodeProto node, string name, UpgradeTarget target)
    {
        if (node.Take(name) is { } attribute)
        {
            long[] values = attribute.Type == AttributeType.Int ? [attribute.I] : [.. attribute.Ints];
            if (values.Length > 0)
            {
                node.Input.Add(target.Graph.Vector(values));
            }
        }
    }

    private static void Slice(NodeProto node, UpgradeTarget target)
    {
        Move(node, "starts", target);
        Move(node, "ends", target);
        Move(node, "axes", target);
    }

    private static void Clip(NodeProto node, UpgradeTarget target)
    {
        node.Input.Add(Bound(node.Take("min"), target.Graph));
        node.Input.Add(Bound(node.Take("max"), target.Graph));
        TrimInputs(node);
    }

    /// <summary>Clip took only this type before its bounds were inputs; its default bounds were the type's own.</summary>
    private static string Bound(AttributeProto? attribute, GraphEditor graph)
        => attribute is null ? string.Empty : graph.Scalar(DataType.Float, attribute.F);

    private static void Pad(NodeProto node, UpgradeTarget target)
    {
        string data = node.Input[0];
        Move(node, "pads", target);
        if (node.Take("value") is { F: not 0 } value)
        {
            node.Input.Add(target.Graph.CastLike(target.Graph.Scalar(DataType.Float, value.F), data));
        }
    }

    /// <summary>Before operator set 12 there was no training form.</summary>
    private static void Dropout(NodeProto node, UpgradeTarget target)
    {
        if (node.Take("ratio") is { } ratio)
        {
            node.Input.Add(target.Graph.Scalar(DataType.Float, ratio.F));
        }
    }

    private static void Split(NodeProto node, UpgradeTarget target)
    {
        if (target.Opset < 13)
        {
            Move(node, "split", target);
        }

        if (node.InputAt(1).Length == 0)
        {
            node.Attribute.Add(GraphEditor.MakeAttribute("num_outputs", (long)node.Output.Count));
        }
    }

    /// <summary>The default axis changed too.</summary>
    private static void Transform(NodeProto node, UpgradeTarget target)
    {
        if (node.Input.Count == 1)
        {
            node.Input.Add(string.Empty);
        }

        node.Input.Add(target.Graph.Scalar(DataType.Int64, node.Take("axis")?.I ?? 1));
    }

    private static void TrimInputs(NodeProto node)
    {
        while (node.Input[^1].Length == 0)
        {
            node.Input.RemoveAt(node.Input.Count - 1);
        }
    }
}
