using Paname.Onnx.Graphs;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>Nearest neighbours only pick elements, and their gradients are added up.</summary>
internal sealed class ResizeRule : IGradientRule
{
    public string Operator => "Resize";

    public void Apply(NodeGradient node)
    {
        string mode = node.Node.Text("mode", "nearest");
        if (mode != "nearest")
        {
            throw node.Refuse($"only the mode 'nearest' is differentiated, not '{mode}'");
        }

        if (node.Node.Text("coordinate_transformation_mode", "half_pixel") == "tf_crop_and_resize")
        {
            throw node.Refuse("cropping while resizing is not differentiated");
        }

        // The runtime resizes 32-bit integers, but no wider ones.
        string picked = node.Again(node.Graph.Cast(node.PositionsOf(node.Input(0)), DataType.Int32));
        node.Give(0, node.AddAt(node.Incoming, node.Graph.Cast(picked, DataType.Int64), node.Input(0)));
    }
}
