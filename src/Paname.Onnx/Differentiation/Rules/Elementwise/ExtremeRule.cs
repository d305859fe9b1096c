using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Elementwise;

/// <summary>Max and Min of any number of inputs. Inputs that tie share the gradient equally, as torch.maximum has it.</summary>
internal sealed class ExtremeRule(string name) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node)
    {
        GraphEditor graph = node.Graph;
        string[] chosen = [.. node.Node.Input.Select(input => graph.Cast(graph.Equal(input, node.Output()), node.Element))];
        string share = chosen.Length == 1 ? node.Incoming : graph.Div(node.Incoming, graph.Sum(chosen));
        for (int input = 0; input < chosen.Length; input++)
        {
            if (node.Needs(input))
            {
                node.GiveBroadcast(input, graph.Mul(share, chosen[input]));
            }
        }
    }
}
