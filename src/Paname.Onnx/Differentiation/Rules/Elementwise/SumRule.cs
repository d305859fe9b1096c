namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = the sum of any number of inputs.</summary>
internal sealed class SumRule : IGradientRule
{
    public string Operator => "Sum";

    public void Apply(NodeGradient node)
    {
        for (int input = 0; input < node.Node.Input.Count; input++)
        {
            node.GiveBroadcast(input, node.Incoming);
        }
    }
}
