using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>Windows of a picture that lie side by side and cover it whole: the runtime carries their values back fastest by enlarging.</summary>
internal static class Tiling
{
    /// <summary>The picture's height and width when the windows tile it, otherwise <see langword="null"/>.</summary>
    internal static IReadOnlyList<long>? SizesIfTiled(NodeGradient node, SlidingWindow window)
        => window is { Rank: 2, Tiles: true }
            && node.Element == DataType.Float
            && SlidingWindow.Spatial(node, node.Input(0)) is { } sizes
            && sizes.All(size => size > 0)
            && sizes[0] % window.Kernel[0] == 0
            && sizes[1] % window.Kernel[1] == 0
            ? sizes
            : null;

    /// <summary>Repeats each window's value at all its elements.</summary>
    internal static string Enlarge(NodeGradient node, string x, SlidingWindow window)
        => node.Graph.Node(
            "Resize",
            [x, string.Empty, node.Graph.Floats(1, 1, window.Kernel[0], window.Kernel[1])],
            ("mode", "nearest"),
            ("nearest_mode", "floor"),
            ("coordinate_transformation_mode", "asymmetric"));
}
