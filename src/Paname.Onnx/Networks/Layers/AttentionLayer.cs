namespace Paname.Onnx.Networks.Layers;

/// <summary>Causal self-attention of several heads (Vaswani et al. 2017): each position sees itself and those before it.</summary>
internal sealed class AttentionLayer(int heads) : INetworkLayer
{
    /// <summary>Low enough to vanish in a softmax of float32, and finite.</summary>
    private const float Blocked = -1e9f;

    public IReadOnlyList<long> Shape(IReadOnlyList<long> input)
        => input.Count == 2 && input[1] % heads == 0 ? input : throw LayerShapes.Unfit("CausalSelfAttention", FormattableString.Invariant($"a sequence of values whose width divides into {heads} heads"), input);

    public string Append(NetworkGraph graph, string input, IReadOnlyList<long> shape)
    {
        string name = graph.NextLayer();
        long width = shape[1];
        string joint = LinearLayer.Append(graph, $"{name}.in", input, shape, 3 * width, bias: true);
        string[] parts = graph.Node("Split", [joint, graph.Integers(width, width, width)], 3, ("axis", -1L));
        string queries = Heads(graph, parts[0], width, [0, 2, 1, 3]);
        string keys = Heads(graph, parts[1], width, [0, 2, 3, 1]);
        string values = Heads(graph, parts[2], width, [0, 2, 1, 3]);

        string scores = graph.Node("Div", [graph.Node("MatMul", [queries, keys]), graph.Scalar(MathF.Sqrt(width / heads))]);
        string weights = graph.Node("Softmax", [graph.Node("Add", [scores, Mask(graph, input)])], ("axis", -1L));
        string mixed = graph.Node("Transpose", [graph.Node("MatMul", [weights, values])], ("perm", new long[] { 0, 2, 1, 3 }));
        string joined = graph.Node("Reshape", [mixed, graph.Integers(0, 0, width)]);
        return LinearLayer.Append(graph, $"{name}.out", joined, shape, width, bias: true);
    }

    private string Heads(NetworkGraph graph, string value, long width, long[] order)
        => graph.Node("Transpose", [graph.Node("Reshape", [value, graph.Integers(0, 0, heads, width / heads)])], ("perm", order));

    private static string Mask(NetworkGraph graph, string input)
    {
        string length = graph.Node("Shape", [input], ("start", 1L), ("end", 2L));
        string square = graph.Node("Concat", [length, length], ("axis", 0L));
        string blocked = graph.Node("Expand", [graph.Scalar(Blocked), square]);
        return graph.Node("Trilu", [blocked, graph.Position(1)], ("upper", 1L));
    }
}
