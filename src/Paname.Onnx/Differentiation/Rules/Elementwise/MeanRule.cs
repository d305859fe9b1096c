namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = the mean of any number of inputs.</summary>
internal sealed class MeanRule : IGradientRule
{
    public string Operator => "Mean";

    public void Apply(NodeGradient node)
    {
        int count = node.Node.Input.Count;
        string share = node.Graph.Mul(node.Incoming, node.Scalar(1.0 / count));
        for (int input = 0; input < count; input++)
        {
            node.GiveBroadcast(input, share);
        }
    }
}
