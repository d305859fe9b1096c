namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = max(x, 0); the derivative at 0 is 0, as in the common frameworks.</summary>
internal sealed class ReluRule : IGradientRule
{
    public string Operator => "Relu";

    public void Apply(NodeGradient node) => node.Give(0, Mask.Positive(node, node.Output(), node.Incoming));
}
