using MathNet.Numerics.Random;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Gradients;

/// <summary>Small classifiers with random weights.</summary>
internal static class RandomModels
{
    /// <summary>Adds a stored tensor of numbers between -0.7 and 0.7.</summary>
    internal static ModelBuilder Random(this ModelBuilder model, string name, params int[] shape)
        => model.Weights(name, shape, Numbers(name.Length + (shape.Length * 31) + shape[0], shape.Aggregate(1, (product, size) => product * size)));

    internal static float[] Numbers(int seed, int count)
    {
        var random = new MersenneTwister(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 1.4) - 0.7))];
    }

    internal static ModelBuilder Mlp() => new ModelBuilder().Input("x", DataType.Float, -1, 6)
        .Random("w1", 6, 5).Random("b1", 5).Random("slope", 5).Random("w2", 4, 5).Random("b2", 1, 4).Random("w3", 4, 3).Random("b3", 3)
        .Node("MatMul", "x w1", "h0").Node("Add", "b1 h0", "h1").Node("PRelu", "h1 slope", "h2")
        .Node("Gemm", "h2 w2 b2", "h3", ("transB", 1), ("alpha", 0.5f), ("beta", 2f)).Node("Tanh", "h3", "h4")
        .Node("Gemm", "h4 w3 b3", "y").Output("y", DataType.Float, -1, 3);

    /// <summary>Grouped, strided, dilated, padded and one-dimensional-kernel convolutions; few places at the end, many in front.</summary>
    internal static ModelBuilder Cnn() => new ModelBuilder().Input("x", DataType.Float, -1, 4, 17, 8)
        .Random("k1", 6, 2, 3, 2).Random("c1", 6).Random("g", 6).Random("s", 6).Weights("mean", [6], Numbers(5, 6)).Weights("variance", [6], [1, 2, 1.5f, 0.5f, 0.8f, 1])
        .Random("k2", 8, 6, 3, 3).Random("k3", 3, 8, 2, 1).Random("c3", 3).Random("w", 3, 3).Random("b", 3)
        .Node("Conv", "x k1 c1", "h1", ("group", 2), ("strides", new long[] { 2, 1 }), ("pads", new long[] { 1, 0, 0, 1 }))
        .Node("BatchNormalization", "h1 g s mean variance", "h2").Node("Sigmoid", "h2", "h3")
        .Node("Conv", "h3 k2", "h4", ("auto_pad", "SAME_UPPER"), ("strides", new long[] { 2, 2 }))
        .Node("Tanh", "h4", "h5").Node("Conv", "h5 k3 c3", "h6", ("dilations", new long[] { 2, 1 })).Node("GlobalAveragePool", "h6", "h7").Node("Flatten", "h7", "h8").Node("Gemm", "h8 w b", "y")
        .Output("y", DataType.Float, -1, 3);

    /// <summary>Token embedding (tokens repeat), learned positions, one head of attention, layer normalisation, a linear layer on flattened tokens.</summary>
    internal static ModelBuilder Attention(int tokens = 7) => new ModelBuilder().Input("x", DataType.Int64, -1, tokens)
        .Random("embedding", 5, 6).Random("positions", 9, 6).Integers("places", [.. Enumerable.Range(0, tokens).Select(i => (long)(i % 4))])
        .Random("q", 6, 4).Random("k", 6, 4).Random("v", 6, 6).Random("scale", 6).Random("shift", 6).Random("f", 6, 5).Random("fb", 5).Random("o", 5, 3).Random("ob", 3)
        .Integers("rows", -1, 6).Integers("grid", -1, tokens, 5).Integers("one", 1)
        .Node("Gather", "embedding x", "e").Node("Gather", "positions places", "p").Node("Add", "e p", "h0")
        .Node("LayerNormalization", "h0 scale shift", "h1", ("axis", -1))
        .Node("MatMul", "h1 q", "hq").Node("MatMul", "h1 k", "hk").Node("Transpose", "hk", "hkt", ("perm", new long[] { 0, 2, 1 }))
        .Node("MatMul", "hq hkt", "a0").Node("Softmax", "a0", "a1").Node("MatMul", "h1 v", "hv").Node("MatMul", "a1 hv", "a2").Node("Add", "h0 a2", "h2")
        .Node("Reshape", "h2 rows", "h3").Node("Gemm", "h3 f fb", "h4").Node("Tanh", "h4", "h5").Node("Reshape", "h5 grid", "h6")
        .Node("ReduceMean", "h6", "h7", ("axes", new long[] { 1 }), ("keepdims", 0)).Node("Gemm", "h7 o ob", "y").Output("y", DataType.Float, -1, 3);

    /// <summary>One matrix used twice.</summary>
    internal static ModelBuilder Tied() => new ModelBuilder().Input("x", DataType.Float, -1, 3)
        .Random("w", 3, 3).Random("b", 3).Node("Gemm", "x w b", "h").Node("Tanh", "h", "t").Node("MatMul", "t w", "y").Output("y", DataType.Float, -1, 3);
}
