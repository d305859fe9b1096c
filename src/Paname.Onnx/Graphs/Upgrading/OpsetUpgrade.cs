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

    private static readonly Dictionary<string, IOperatorUpgrade> Upgrades = new[]
    {
        AttributesToInputs.All,
        DefaultsAndNames.All,
        SoftmaxUpgrade.Operators.Select(name => new SoftmaxUpgrade(name)),
        [new GroupNormalizationUpgrade()],
    }.SelectMany(upgrades => upgrades).ToDictionary(upgrade => upgrade.Operator, StringComparer.Ordinal);

    /// <summary>The operators whose form changed, in order.</summary>
    internal static IEnumerable<string> Operators => Upgrades.Keys.Order(StringComparer.Ordinal);

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

        // Stored tensors are no inputs here, which the form of older files does not allow.
        model.IrVersion = Math.Max(model.IrVersion, 10);
        if (opset >= WorkingOpset)
        {
            return;
        }

        IReadOnlyDictionary<string, TensorForm> forms = model.Graph.Node.Any(node => Changed(node, opset) is SoftmaxUpgrade && SoftmaxUpgrade.DependsOnRank(node))
            ? ValueForms.Infer(model, name)
            : new Dictionary<string, TensorForm>();
        Apply(model.Graph, model.Graph, opset, name, forms);
        standard.Version = WorkingOpset;
    }

    /// <summary>Bodies of control flow share the operator set; they come first, so that the graph around them takes no name of theirs.</summary>
    private static void Apply(GraphProto graph, GraphProto whole, int opset, string name, IReadOnlyDictionary<string, TensorForm> forms)
    {
        foreach (GraphProto body in graph.Node.SelectMany(node => node.Bodies))
        {
            Apply(body, whole, opset, name, new Dictionary<string, TensorForm>());
        }

        var target = new UpgradeTarget(new GraphEditor(graph, whole, "upgrade"), opset, name, forms);
        NodeProto[] nodes = [.. graph.Node];
        graph.Node.Clear();
        foreach (NodeProto node in nodes)
        {
            if (Changed(node, opset) is { } upgrade)
            {
                upgrade.Apply(node, target);
            }
            else
            {
                graph.Node.Add(node);
            }
        }
    }

    private static IOperatorUpgrade? Changed(NodeProto node, int opset)
        => node.Domain is "" or "ai.onnx" && Upgrades.TryGetValue(node.OpType, out IOperatorUpgrade? upgrade) && opset < upgrade.Since ? upgrade : null;
}
