using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Outputs;

/// <summary>Tells forests, whose leaves hold shares that add up to 1, from boosted trees, whose leaves hold margins.</summary>
internal static class TreeEnsembleNature
{
    // Leaves are float32 shares divided by the number of trees; their sums round.
    private const double Tolerance = 1e-3;

    internal static OutputNature Of(NodeProto node, LabelSet? labels)
    {
        IReadOnlyList<long> classes = node.Integers("class_ids");
        bool binary = labels?.Names.Count == 2;

        // The runtime completes the second class only when all leaves belong to class 0.
        bool oneColumn = binary && classes.All(id => id == 0);
        switch (node.Text("post_transform", "NONE"))
        {
            case "SOFTMAX":
            case "SOFTMAX_ZERO":
                return OutputNature.Probabilities;
            case "LOGISTIC":
                return oneColumn ? OutputNature.Probabilities : OutputNature.Sigmoids;
            case "NONE":
                return Untransformed(node, binary, oneColumn);
            default:
                return OutputNature.Unknown;
        }
    }

    private static OutputNature Untransformed(NodeProto node, bool binary, bool oneColumn)
    {
        IReadOnlyList<float> weights = node.Floats("class_weights");
        if (weights.Any(weight => weight < 0))
        {
            return oneColumn ? OutputNature.OpposedLogits : OutputNature.Logits;
        }

        int count = weights.Count;
        bool complete = node.Integers("class_ids").Count == count && node.Integers("class_treeids").Count == count && node.Integers("class_nodeids").Count == count;
        bool shifted = node.Floats("base_values").Any(value => value != 0);
        if (shifted || !complete || (binary && node.Integers("class_ids").All(id => id == 1)))
        {
            return OutputNature.Unknown;
        }

        if (oneColumn)
        {
            return Total(node, weights, Enumerable.Max) <= 1 + Tolerance ? OutputNature.Probabilities : OutputNature.Unknown;
        }

        return IsConstantShare(node, weights) ? OutputNature.Probabilities : OutputNature.Logits;
    }

    /// <summary>Every leaf of a tree holds the same total, and the trees together 1: each row sums to 1.</summary>
    private static bool IsConstantShare(NodeProto node, IReadOnlyList<float> weights)
        => Math.Abs(Total(node, weights, Enumerable.Max) - 1) <= Tolerance && Math.Abs(Total(node, weights, Enumerable.Min) - 1) <= Tolerance;

    private static double Total(NodeProto node, IReadOnlyList<float> weights, Func<IEnumerable<double>, double> share)
    {
        IReadOnlyList<long> trees = node.Integers("class_treeids");
        IReadOnlyList<long> leaves = node.Integers("class_nodeids");
        return Enumerable.Range(0, weights.Count)
            .GroupBy(i => (Tree: trees[i], Leaf: leaves[i]))
            .Select(leaf => (leaf.Key.Tree, Sum: leaf.Sum(i => (double)weights[i])))
            .GroupBy(leaf => leaf.Tree)
            .Sum(tree => share(tree.Select(leaf => leaf.Sum)));
    }
}
