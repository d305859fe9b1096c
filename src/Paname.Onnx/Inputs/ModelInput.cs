using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Data;

namespace Paname.Onnx.Inputs;

/// <summary>One input of the model: its type and the shape a record must have.</summary>
internal sealed class ModelInput
{
    private readonly int[] _dimensions;

    internal ModelInput(string model, string name, NodeMetadata metadata)
    {
        Model = model;
        Name = name;
        if (metadata.OnnxValueType != OnnxValueType.ONNX_TYPE_TENSOR)
        {
            throw new PanameDataException($"{model}: input '{name}' is no tensor but a {metadata.OnnxValueType}. Export the model with tensor inputs.");
        }

        Element = metadata.ElementDataType;
        _dimensions = metadata.Dimensions;
        if (_dimensions.Length == 0)
        {
            throw new PanameDataException($"{model}: input '{name}' has no batch axis. Export the model with the batch as the first axis of every input.");
        }
    }

    internal string Model { get; }

    internal string Name { get; }

    internal TensorElementType Element { get; }

    /// <summary>The size of the first axis where the model fixes it.</summary>
    internal int? FixedBatch => _dimensions[0] > 0 ? _dimensions[0] : null;

    /// <summary>Name, type and shape, for messages.</summary>
    internal string Title => $"input '{Name}' {Element.ToString().ToLowerInvariant()}[{string.Join(',', _dimensions.Select(size => size < 0 ? "?" : FormattableString.Invariant($"{size}")))}]";

    /// <summary>The axes after the batch for records of a shape: equal axis by axis, or, when all axes are fixed, the same number of values.</summary>
    internal long[] Fit(IReadOnlyList<int> shape, string source)
    {
        ReadOnlySpan<int> inner = _dimensions.AsSpan(1);
        bool fits = inner.Length == shape.Count;
        for (int axis = 0; fits && axis < inner.Length; axis++)
        {
            fits = inner[axis] < 0 || inner[axis] == shape[axis];
        }

        if (fits)
        {
            return [.. shape.Select(size => (long)size)];
        }

        long width = shape.Aggregate(1L, (product, size) => product * size);
        long[] concrete = new long[inner.Length];
        for (int axis = 0; axis < inner.Length; axis++)
        {
            // One value per record fills a dynamic axis in one way only.
            concrete[axis] = inner[axis] < 0 && width == 1 ? 1 : inner[axis];
        }

        if (concrete.All(size => size > 0) && concrete.Aggregate(1L, (product, size) => product * size) == width)
        {
            return concrete;
        }

        string expected = concrete.All(size => size > 0) ? FormattableString.Invariant($"{concrete.Aggregate(1L, (product, size) => product * size)} values per record") : "records of that shape";
        throw new PanameDataException(FormattableString.Invariant(
            $"{Model}: {Title} takes {expected}, but {source} has {width} (shape [{string.Join(',', shape)}]). Give the features the model was trained on, all of them and in its order."));
    }
}
