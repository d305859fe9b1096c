using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Operators that were renamed, or whose attributes changed defaults or values.</summary>
internal static class DefaultsAndNames
{
    internal static IEnumerable<IOperatorUpgrade> All { get; } =
    [
        new NodeChange("Scatter", 11, (node, _) => node.OpType = "ScatterElements"),
        new NodeChange("Upsample", 10, Upsample),
        new NodeChange("Resize", 11, Resize),
        new NodeChange("BatchNormalization", 14, BatchNormalization),
        new NodeChange("RoiAlign", 16, (node, _) => Set(node, "coordinate_transformation_mode", "output_half_pixel")),
        new NodeChange("GridSample", 20, GridSample),
    ];

    private static void Upsample(NodeProto node, UpgradeTarget target)
    {
        node.OpType = "Resize";
        Resize(node, "floor");
    }

    private static void Resize(NodeProto node, UpgradeTarget target)
    {
        IReadOnlyList<float>? scales = target.Graph.Graph.Initializer.FirstOrDefault(tensor => tensor.Name == node.InputAt(1)) is { } stored ? TensorValues.Floats(stored) : null;
        if (node.Text("mode", "nearest") != "nearest" || scales?.All(scale => scale >= 1) == true)
        {
            Resize(node, "floor");
        }
        else if (scales?.All(scale => scale <= 1) == true)
        {
            Resize(node, "ceil");
        }
        else
        {
            throw new PanameDataException(
                $"{target.Model}: {node.Title} resizes to nearest neighbours by factors that are computed, or both above and below 1, which operator set 10 rounds in a way of its own. Export the model for operator set 11 or newer.");
        }
    }

    /// <summary>The region of interest became the second input. Corners were taken as they are; neighbours were rounded down to enlarge and up to shrink.</summary>
    private static void Resize(NodeProto node, string rounding)
    {
        node.Input.Insert(1, string.Empty);
        Set(node, "coordinate_transformation_mode", "asymmetric");
        Set(node, "nearest_mode", rounding);
    }

    /// <summary>More than one output meant training, which had another form.</summary>
    private static void BatchNormalization(NodeProto node, UpgradeTarget target)
    {
        if (node.Output.Skip(1).Any(output => output.Length > 0))
        {
            throw new PanameDataException(
                $"{target.Model}: {node.Title} is in training form, which operator sets before 14 write in a way that is not read here. Export the model in evaluation mode, or for operator set 14 or newer.");
        }

        while (node.Output.Count > 1)
        {
            node.Output.RemoveAt(1);
        }
    }

    private static void GridSample(NodeProto node, UpgradeTarget target)
    {
        string mode = node.Text("mode", "bilinear");
        node.Take("mode");
        Set(node, "mode", mode switch { "bilinear" => "linear", "bicubic" => "cubic", _ => mode });
    }

    private static void Set(NodeProto node, string name, string value) => node.Attribute.Add(GraphEditor.MakeAttribute(name, value));
}
