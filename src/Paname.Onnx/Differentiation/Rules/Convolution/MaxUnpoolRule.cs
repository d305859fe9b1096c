using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>Writes each value to the place its index names and zeros elsewhere: its gradient is read from there. No two values may share a place.</summary>
internal sealed class MaxUnpoolRule : IGradientRule
{
    public string Operator => "MaxUnpool";

    public void Apply(NodeGradient node)
        => node.Give(0, node.Graph.Node("Gather", [node.Graph.Reshape(node.Incoming, -1), node.Input(1)]));
}
