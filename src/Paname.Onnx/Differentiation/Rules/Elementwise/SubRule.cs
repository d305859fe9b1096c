namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = a - b.</summary>
internal sealed class SubRule : IGradientRule
{
    public string Operator => "Sub";

    public void Apply(NodeGradient node)
    {
        node.GiveBroadcast(0, node.Incoming);
        if (node.Needs(1))
        {
            node.Give(1, node.Graph.Neg(node.SumTo(1, node.Incoming)));
        }
    }
}
