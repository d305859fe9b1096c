namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = a b.</summary>
internal sealed class MulRule : IGradientRule
{
    public string Operator => "Mul";

    public void Apply(NodeGradient node)
    {
        if (node.Needs(0))
        {
            node.GiveBroadcast(0, node.Graph.Mul(node.Incoming, node.Input(1)));
        }

        if (node.Needs(1))
        {
            node.GiveBroadcast(1, node.Graph.Mul(node.Incoming, node.Input(0)));
        }
    }
}
