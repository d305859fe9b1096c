using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>The pieces' gradients are put together again; a piece nothing depends on has a gradient of zeros.</summary>
internal sealed class SplitRule : IGradientRule
{
    public string Operator => "Split";

    public void Apply(NodeGradient node)
    {
        string[] pieces = [.. Enumerable.Range(0, node.Node.Output.Count).Select(piece => node.IncomingOf(piece) ?? node.ZerosLike(node.ExtraOutput(piece, "piece")))];
        node.Give(0, node.Graph.Concat(node.Node.Integer("axis", 0), pieces));
    }
}
