using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Scale and bias were given for each group; now they are given for each channel.</summary>
internal sealed class GroupNormalizationUpgrade : IOperatorUpgrade
{
    public string Operator => "GroupNormalization";

    public int Since => 21;

    public void Apply(NodeProto node, UpgradeTarget target)
    {
        GraphEditor graph = target.Graph;
        string groups = graph.Vector(node.Integer("num_groups", 1));
        string shape = graph.Concat(0, groups, graph.Div(graph.Size(node.Input[0], 1), groups));
        for (int input = 1; input <= 2; input++)
        {
            node.Input[input] = graph.Reshape(graph.Expand(graph.Unsqueeze(node.Input[input], 1), shape), -1);
        }

        graph.Graph.Node.Add(node);
    }
}
