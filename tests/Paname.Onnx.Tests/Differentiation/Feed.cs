using TensorProtoType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation;

/// <summary>The value of one input of a checked model. Only differentiated ones are moved.</summary>
/// <param name="Name">The input.</param>
/// <param name="Shape">Its axes.</param>
/// <param name="Values">Row-major; whole numbers for integer inputs.</param>
internal sealed record Feed(string Name, int[] Shape, double[] Values)
{
    /// <summary>Whether the gradient of this input is checked.</summary>
    internal bool Differentiated { get; init; } = true;

    internal TensorProtoType Type { get; init; } = TensorProtoType.Float;

    /// <summary>Uniform values in a range, the same for the same seed.</summary>
    internal static Feed Random(string name, int[] shape, int seed, double low = -2, double high = 2)
    {
        var random = new MathNet.Numerics.Random.MersenneTwister(seed);
        return new(name, shape, [.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(_ => low + (random.NextDouble() * (high - low)))]);
    }

    /// <summary>Values at least a given distance apart and from zero, in shuffled order: no kink or tie within reach of a step.</summary>
    internal static Feed Spread(string name, int[] shape, int seed, double gap = 0.1)
    {
        var random = new MathNet.Numerics.Random.MersenneTwister(seed);
        int count = shape.Aggregate(1, (product, size) => product * size);
        double[] values = [.. Enumerable.Range(0, count).Select(i => (i - (count / 2) + 0.5) * gap).OrderBy(_ => random.NextDouble())];
        return new(name, shape, values);
    }

    /// <summary>Integers that are not differentiated, such as indices.</summary>
    internal static Feed Indices(string name, int[] shape, params long[] values)
        => new(name, shape, [.. values.Select(value => (double)value)]) { Differentiated = false, Type = TensorProtoType.Int64 };
}
