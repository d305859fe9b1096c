using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Graphs.Upgrading;

/// <summary>Brings a model to one operator set, which gradient rules are written for.</summary>
internal static class OpsetUpgrade
{
    internal const int OldestOpset = 9;

    /// <summary>Models of newer operator sets stay as they are: the operators with rules have kept their form since.</summary>
    internal const int WorkingOpset = 21;

    private static readonly IReadOnlyList<IOperatorUpgrade> Upgrades = [];

    private static readonly Dictionary<string, IOperatorUpgrade> ByOperator = Upgrades.ToDictionary(upgrade => upgrade.Operator, StringComparer.Ordinal);

    /// <summary>Changes the model in place.</summary>
    internal static void Apply(ModelProto model, string name)
    {
        OperatorSetIdProto standard = model.OpsetImport.FirstOrDefault(import => import.Domain is "" or "ai.onnx")
            ?? throw new PanameDataException($"{name}: uses no standard ONNX operator, so it has no gradient. Attacks that only query the model still run.");
        int opset = (int)standard.Version;
        if (opset < OldestOpset)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{name}: is written for operator set {opset}; gradients and training need {OldestOpset} or newer. Export the model again with a newer operator set. Attacks that only query the model still run."));
        }

        if (opset >= WorkingOpset)
        {
            return;
        }

        NodeProto[] nodes = [.. model.Graph.Node];
        var editor = new GraphEditor(model.Graph);
        model.Graph.Node.Clear();
        foreach (NodeProto node in nodes)
        {
            if (node.Domain is "" or "ai.onnx" && ByOperator.TryGetValue(node.OpType, out IOperatorUpgrade? upgrade))
            {
                upgrade.Apply(node, opset, editor);
            }
            else
            {
                model.Graph.Node.Add(node);
            }
        }

        standard.Version = WorkingOpset;
        model.IrVersion = Math.Max(model.IrVersion, 10);
    }
}
