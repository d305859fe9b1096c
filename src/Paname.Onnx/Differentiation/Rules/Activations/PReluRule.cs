namespace Paname.Onnx.Differentiation.Rules.Activations;

/// <summary>y = x above 0, slope x otherwise, with a trained slope that is broadcast; the derivative at 0 is the slope, as in PyTorch.</summary>
internal sealed class PReluRule : IGradientRule
{
    public string Operator => "PRelu";

    public void Apply(NodeGradient node)
    {
        if (node.Needs(0))
        {
            node.Give(0, Mask.AboveZero(node, node.Incoming, node.Graph.Mul(node.Incoming, node.Input(1))));
        }

        if (node.Needs(1))
        {
            node.GiveBroadcast(1, node.Graph.Mul(node.Incoming, node.Graph.Min(node.Input(0), node.Scalar(0))));
        }
    }
}
