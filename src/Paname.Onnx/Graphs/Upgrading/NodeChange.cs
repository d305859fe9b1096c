using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>An upgrade that changes the node in place.</summary>
/// <param name="name">The operator.</param>
/// <param name="since">The operator set from which on it has its present form.</param>
/// <param name="change">Changes the node; may append what its new inputs need.</param>
internal sealed class NodeChange(string name, int since, Action<NodeProto, UpgradeTarget> change) : IOperatorUpgrade
{
    public string Operator => name;

    public int Since => since;

    public void Apply(NodeProto node, UpgradeTarget target)
    {
        change(node, target);
        target.Graph.Graph.Node.Add(node);
    }
}
