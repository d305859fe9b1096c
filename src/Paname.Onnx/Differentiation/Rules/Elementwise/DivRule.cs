namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = a / b.</summary>
internal sealed class DivRule : IGradientRule
{
    public string Operator => "Div";

    public void Apply(NodeGradient node)
    {
        if (node.Needs(0))
        {
            node.GiveBroadcast(0, node.Graph.Div(node.Incoming, node.Input(1)));
        }

        if (node.Needs(1))
        {
            // -sum(dy y) / b: what divides is the small tensor.
            string product = node.SumTo(1, node.Graph.Mul(node.Incoming, node.Output()));
            node.Give(1, node.Graph.Neg(node.Graph.Div(product, node.Input(1))));
        }
    }
}
