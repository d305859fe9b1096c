namespace Paname.Onnx.Differentiation.Rules.Shaping;

/// <summary>The elements stay in order, only the axes change: Flatten, Reshape, Squeeze and Unsqueeze.</summary>
internal sealed class ReshapingRule(string name) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node) => node.Give(0, node.InShapeOf(node.Incoming, node.Input(0)));
}
