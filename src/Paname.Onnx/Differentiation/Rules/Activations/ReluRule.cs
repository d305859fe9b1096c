using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = max(x, 0); the derivative at 0 is 0, as in the common frameworks.</summary>
internal sealed class ReluRule : IGradientRule
{
    public string Operator => "Relu";

    // A result that is not zero is positive: as a condition it needs no comparison.
    public void Apply(NodeGradient node) => node.Give(0, Mask.Pass(node, node.Graph.Cast(node.Output(), DataType.Bool), node.Incoming));
}
