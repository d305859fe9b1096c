using Paname.Onnx.Graphs;

namespace Paname.Onnx.Differentiation.Rules.Indexing;

/// <summary>ScatterElements and ScatterND: updates take the gradient where they were put; the data takes the rest, or all where updates were added.</summary>
internal sealed class ScatterRule(string name, string gathering) : IGradientRule
{
    public string Operator => name;

    public void Apply(NodeGradient node)
    {
        string reduction = node.Node.Text("reduction", "none");
        if (reduction is not ("none" or "add"))
        {
            throw node.Refuse($"only the reductions 'none' and 'add' are differentiated, not '{reduction}'");
        }

        (string, object)[] axis = node.Node.Find("axis") is { } given ? [("axis", given.I)] : [];
        if (node.Needs(0))
        {
            node.Give(0, reduction == "add" ? node.Incoming : node.Graph.Node(name, [node.Incoming, node.Input(1), node.ZerosLike(node.Input(2))], axis));
        }

        if (node.Needs(2))
        {
            node.Give(2, node.Graph.Node(gathering, [node.Incoming, node.Input(1)], axis));
        }
    }
}
