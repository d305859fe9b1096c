namespace Paname.Onnx.Networks.Layers;

/// <summary>Says what a layer needs when it does not fit.</summary>
internal static class LayerShapes
{
    /// <summary>The channels, height and width of an image.</summary>
    internal static (long Channels, long Height, long Width) Image(IReadOnlyList<long> shape, string layer)
        => shape is [var channels, var height, var width] ? (channels, height, width) : throw Unfit(layer, "an image of channels x height x width", shape);

    internal static long Last(IReadOnlyList<long> shape, string layer) => shape.Count > 0 && shape[^1] > 0 ? shape[^1] : throw Unfit(layer, "values of a known width", shape);

    /// <summary>The size an image keeps under a window that moves over it.</summary>
    internal static long Window(long size, int kernel, int stride, int padding, string layer, IReadOnlyList<long> shape)
        => size + (2 * padding) >= kernel ? ((size + (2 * padding) - kernel) / stride) + 1 : throw Unfit(layer, "an image at least as large as its window", shape);

    internal static ArgumentException Unfit(string layer, string needed, IReadOnlyList<long> shape)
        => new($"{layer} needs {needed}; the layer before gives [{string.Join(", ", shape.Select(size => size < 0 ? "any" : FormattableString.Invariant($"{size}")))}] per record.");
}
