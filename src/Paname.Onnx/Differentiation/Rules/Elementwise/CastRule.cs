namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>A change between floating-point types.</summary>
internal sealed class CastRule(string name) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node) => node.Give(0, node.Graph.Cast(node.Incoming, node.Form(node.Input(0)).Element));
}
