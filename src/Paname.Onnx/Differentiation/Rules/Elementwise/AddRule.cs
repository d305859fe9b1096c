namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = a + b.</summary>
internal sealed class AddRule : IGradientRule
{
    public string Operator => "Add";

    public void Apply(NodeGradient node)
    {
        node.GiveBroadcast(0, node.Incoming);
        node.GiveBroadcast(1, node.Incoming);
    }
}
