using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>Channels of the gradient go back into blocks.</summary>
internal sealed class SpaceToDepthRule : IGradientRule
{
    public string Operator => "SpaceToDepth";

    public void Apply(NodeGradient node)
        => node.Give(0, node.Graph.Node("DepthToSpace", [node.Incoming], ("blocksize", node.Node.Integer("blocksize", 1))));
}
