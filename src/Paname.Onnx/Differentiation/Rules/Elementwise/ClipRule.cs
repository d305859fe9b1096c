using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>y = min(max(x, low), high), bounds optional. At a bound the gradient goes to x, as torch.clamp has it.</summary>
internal sealed class ClipRule : IGradientRule
{
    public string Operator => "Clip";

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string x = node.Input(0);
        if (node.Needs(0))
        {
            // Inside the bounds, and there only, the output is the input.
            node.Give(0, Mask.Pass(node, graph.Equal(x, node.Output()), node.Incoming));
        }

        if (node.Needs(1))
        {
            node.GiveBroadcast(1, Mask.Pass(node, graph.Less(x, node.Input(1)), node.Incoming));
        }

        if (node.Needs(2))
        {
            node.GiveBroadcast(2, Mask.Pass(node, graph.Greater(x, node.Input(2)), node.Incoming));
        }
    }
}
