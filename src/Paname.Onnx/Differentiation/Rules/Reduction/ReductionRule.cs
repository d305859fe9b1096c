namespace Paname.Onnx.Differentiation.Rules.Reduction;

/// <summary>The rule of a reduction, given how the gradient of its result is spread over the input.</summary>
internal sealed class ReductionRule(string name, Func<Reduction, string> gradient) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node) => node.Give(0, gradient(new Reduction(node)));
}
