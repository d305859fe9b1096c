namespace Paname.Onnx.Differentiation.Rules;

/// <summary>The rule of a function of one input without attributes, applied to each element.</summary>
internal sealed class UnaryRule(string name, UnaryFormula gradient) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node) => node.Give(0, gradient(node.Graph, node.Input(0), node.Output(), node.Incoming, node.Scalar));
}
