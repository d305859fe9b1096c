namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = condition ? a : b. What is not chosen gets zero even where the gradient is not finite.</summary>
internal sealed class WhereRule : IGradientRule
{
    public string Operator => "Where";

    public void Apply(NodeGradient node)
    {
        string zero = node.Scalar(0);
        if (node.Needs(1))
        {
            node.GiveBroadcast(1, node.Graph.Where(node.Input(0), node.Incoming, zero));
        }

        if (node.Needs(2))
        {
            node.GiveBroadcast(2, node.Graph.Where(node.Input(0), zero, node.Incoming));
        }
    }
}
