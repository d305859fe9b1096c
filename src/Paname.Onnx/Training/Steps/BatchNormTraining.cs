using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Turns batch normalisation to the form of training: with the statistics of the batch, and running ones that follow them.</summary>
/// <remarks>As in PyTorch, which most files come from: the running variance follows the unbiased variance of the batch, where ONNX would have the biased one.
/// ONNX's momentum is the weight of the old statistic, PyTorch's that of the new one.</remarks>
internal static class BatchNormTraining
{
    /// <summary>Rewrites every BatchNormalization whose running mean and variance are stored. The names of all values stay.</summary>
    /// <param name="model">The model.</param>
    /// <param name="follows">Which statistics follow the batches, by name; all where it is left out. A node one of whose statistics does not stays as it is.</param>
    /// <returns>For each running statistic its initialiser and the value that takes its place after the step.</returns>
    internal static IReadOnlyList<(string Statistic, string Updated)> Apply(WorkingModel model, Func<string, bool>? follows = null)
    {
        var stored = model.Graph.Initializer.Select(tensor => tensor.Name).Where(name => follows is null || follows(name)).ToHashSet(StringComparer.Ordinal);
        NodeProto[] nodes =
        [
            .. model.Graph.Node.Where(node => node.OpType == "BatchNormalization" && node.Domain is "" or "ai.onnx" && stored.Contains(node.InputAt(3)) && stored.Contains(node.InputAt(4))),
        ];
        return [.. nodes.SelectMany(node => Rewrite(model.Editor, node, model.Form(node.Input[3])!.Element))];
    }

    private static (string Statistic, string Updated)[] Rewrite(GraphEditor graph, NodeProto node, DataType element)
    {
        float momentum = node.Real("momentum", 0.9f);
        (string mean, string variance) = (node.Input[3], node.Input[4]);
        string[] names = [.. node.Output.Skip(1)];
        while (node.Output.Count > 1)
        {
            node.Output.RemoveAt(1);
        }

        // With momentum 0 the node gives the batch's own statistics, which its gradient needs as well.
        (string batchMean, string batchVariance) = (graph.Fresh("train/batch_mean"), graph.Fresh("train/batch_variance"));
        node.Output.Add(batchMean);
        node.Output.Add(batchVariance);
        node.Input[3] = Blank(graph, node, mean);
        node.Input[4] = Blank(graph, node, variance);
        Set(node, "training_mode", 1L);
        Set(node, "momentum", 0f);

        string count = graph.Cast(graph.Div(graph.Node("Size", [node.Input[0]]), graph.Node("Size", [mean])), element);
        string others = graph.Node("Max", [graph.Sub(count, graph.Scalar(element, 1)), graph.Scalar(element, 1)]);
        string unbiased = graph.Mul(batchVariance, graph.Div(count, others));
        string[] updated = [Follow(graph, element, momentum, mean, batchMean), Follow(graph, element, momentum, variance, unbiased)];

        // A file exported for training gives the running statistics out already.
        foreach ((string name, string value) in names.Zip(updated).Where(pair => pair.First.Length > 0))
        {
            graph.Graph.Node.Add(GraphEditor.MakeNode("Identity", [value], [name]));
        }

        return [(mean, updated[0]), (variance, updated[1])];
    }

    /// <summary>A value of the statistic's shape that only the node has: ONNX Runtime writes the new statistics over the old ones, where others still read them.</summary>
    private static string Blank(GraphEditor graph, NodeProto node, string statistic)
    {
        string blank = graph.Fresh("train/blank");
        graph.Graph.Node.Insert(graph.Graph.Node.IndexOf(node), GraphEditor.MakeNode("Sub", [statistic, statistic], [blank]));
        return blank;
    }

    private static string Follow(GraphEditor graph, DataType element, float momentum, string old, string batch)
        => graph.Add(graph.Mul(old, graph.Scalar(element, momentum)), graph.Mul(batch, graph.Scalar(element, 1 - momentum)));

    private static void Set(NodeProto node, string name, object value)
    {
        if (node.Find(name) is { } present)
        {
            node.Attribute.Remove(present);
        }

        node.Attribute.Add(GraphEditor.MakeAttribute(name, value));
    }
}
