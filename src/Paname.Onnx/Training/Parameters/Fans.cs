namespace Paname.Onnx.Training.Parameters;

/// <summary>How many inputs one unit of a layer has, and how many units one input reaches: what the scale of first values rests on.</summary>
internal readonly record struct Fans(long In, long Out)
{
    /// <summary>Of the matrix a MatMul multiplies from the right: [..., in, out].</summary>
    internal static Fans OfMatrix(IReadOnlyList<long> shape, bool transposed)
    {
        if (shape.Count == 1)
        {
            return new(shape[0], 1);
        }

        var fans = new Fans(shape[^2], shape[^1]);
        return transposed ? new(fans.Out, fans.In) : fans;
    }

    /// <summary>Of a kernel [units, inputs, ...]; that of a transposed convolution, [inputs, units, ...], is counted in the same order, as PyTorch and Keras do.</summary>
    internal static Fans OfKernel(IReadOnlyList<long> shape)
    {
        long field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
        return new(shape[1] * field, shape[0] * field);
    }

    /// <summary>Of an elementwise factor or term: each unit has one.</summary>
    internal static Fans Elementwise => new(1, 1);
}
