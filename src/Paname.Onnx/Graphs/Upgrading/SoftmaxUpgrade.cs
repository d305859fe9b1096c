using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Softmax, LogSoftmax and Hardmax ran over all axes from the given one on, taken as one; now they run over one axis.</summary>
internal sealed class SoftmaxUpgrade(string name) : IOperatorUpgrade
{
    internal static readonly IReadOnlyList<string> Operators = ["Softmax", "LogSoftmax", "Hardmax"];

    public string Operator => name;

    public int Since => 13;

    /// <summary>Whether the number of axes of the node's input decides on its new form.</summary>
    internal static bool DependsOnRank(NodeProto node) => Operators.Contains(node.OpType) && node.Integer("axis", 1) != -1;

    public void Apply(NodeProto node, UpgradeTarget target)
    {
        GraphEditor graph = target.Graph;
        string data = node.Input[0];
        long axis = node.Take("axis")?.I ?? 1;
        node.Attribute.Add(GraphEditor.MakeAttribute("axis", -1L));
        if (axis == -1 || target.Forms.GetValueOrDefault(data)?.Shape?.Count == axis + 1)
        {
            graph.Graph.Node.Add(node);
            return;
        }

        string result = node.Output[0];
        node.Input[0] = graph.Node("Flatten", [data], ("axis", axis));
        node.Output[0] = graph.Fresh($"upgrade/{name}");
        graph.Graph.Node.Add(node);
        graph.Graph.Node.Add(GraphEditor.MakeNode("Reshape", [node.Output[0], graph.Shape(data)], [result], ("allowzero", 1L)));
    }
}
