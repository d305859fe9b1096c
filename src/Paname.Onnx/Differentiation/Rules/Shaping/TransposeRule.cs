using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>The gradient is transposed back; the default order, which turns the axes round, is its own inverse.</summary>
internal sealed class TransposeRule : IGradientRule
{
    public string Operator => "Transpose";

    public void Apply(NodeGradient node)
    {
        IReadOnlyList<long> order = node.Node.Integers("perm");
        long[] back = [.. Enumerable.Range(0, order.Count).OrderBy(axis => order[axis]).Select(axis => (long)axis)];
        node.Give(0, back.Length > 0 ? node.Graph.Transpose(node.Incoming, back) : node.Graph.Node("Transpose", [node.Incoming]));
    }
}
