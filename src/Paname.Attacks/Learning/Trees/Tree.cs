namespace Paname.Attacks.Learning.Trees;

/// <summary>A binary tree: each inner node asks whether one feature is at most a threshold, each leaf holds a value.</summary>
internal sealed class Tree
{
    private readonly List<Node> _nodes = [];

    internal int Count => _nodes.Count;

    internal int AddLeaf(double value)
    {
        _nodes.Add(new Node(-1, value, 0, 0));
        return _nodes.Count - 1;
    }

    internal void Split(int node, int feature, double threshold, int left, int right) => _nodes[node] = new Node(feature, threshold, left, right);

    internal void SetValue(int leaf, double value) => _nodes[leaf] = new Node(-1, value, 0, 0);

    internal double ValueOf(int leaf) => _nodes[leaf].Number;

    internal double Predict(ReadOnlySpan<double> row)
    {
        Node node = _nodes[0];
        while (node.Feature >= 0)
        {
            node = _nodes[row[node.Feature] <= node.Number ? node.Left : node.Right];
        }

        return node.Number;
    }

    /// <summary>Number is the threshold of an inner node and the value of a leaf, whose feature is -1.</summary>
    private readonly record struct Node(int Feature, double Number, int Left, int Right);
}
