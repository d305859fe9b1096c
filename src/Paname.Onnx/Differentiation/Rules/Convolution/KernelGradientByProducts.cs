namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>The gradient of a small kernel as one batched matrix product: the image is copied once for each element of the kernel, shifted to where that element met it.</summary>
internal static class KernelGradientByProducts
{
    internal static string Apply(NodeGradient node, string image, string gradient, SlidingWindow window, IReadOnlyList<long> kernel, long group, string windows)
    {
        Editing graph = new(node, window, windows);
        (long maps, long channels) = (kernel[0], kernel[1]);
        string[] taps = [.. Taps(window.Kernel).Select(tap => graph.Flat(graph.Shifted(image, tap), channels))];
        string columns = taps.Length == 1 ? taps[0] : node.Graph.Concat(1, taps);
        string products = node.Graph.MatMul(graph.Flat(gradient, maps / group), node.Graph.Transpose(columns, 0, 2, 1));
        long width = channels * taps.Length;
        string total = node.Graph.ReduceSum(node.Graph.Reshape(products, -1, maps, width), [0], keep: false);
        string sorted = node.Graph.Reshape(total, [maps, .. window.Kernel, channels]);
        return node.Graph.Transpose(sorted, [0, window.Rank + 1, .. Enumerable.Range(1, window.Rank).Select(axis => (long)axis)]);
    }

    /// <summary>All positions in a kernel, the last axis fastest.</summary>
    private static IEnumerable<long[]> Taps(IReadOnlyList<long> sizes)
        => sizes.Aggregate((IEnumerable<long[]>)[[]], (heads, size) => heads.SelectMany(head => Enumerable.Range(0, (int)size).Select(at => (long[])[.. head, at])));

    private sealed class Editing(NodeGradient node, SlidingWindow window, string windows)
    {
        private readonly IReadOnlyList<long>? _sizes = SlidingWindow.Spatial(node, windows);
        private string? _padded;
        private string? _span;
        private string? _count;

        /// <summary>The image's elements that one element of the kernel met, on the axes of the windows.</summary>
        internal string Shifted(string image, long[] tap)
        {
            _padded ??= window.Padded
                ? node.Graph.Node("Pad", [image, node.Graph.Vector([0, 0, .. window.Before, 0, 0, .. window.After])])
                : image;
            if (!window.Padded && window.Kernel.Concat(window.Strides).All(size => size == 1))
            {
                return image;
            }

            long[] starts = [.. tap.Select((at, axis) => at * window.Dilations[axis])];
            string ends;
            if (_sizes is not null)
            {
                ends = node.Graph.Vector([.. starts.Select((start, axis) => start + ((_sizes[axis] - 1) * window.Strides[axis]) + 1)]);
            }
            else
            {
                _span ??= node.Graph.Mul(node.Graph.Sub(node.Graph.Node("Shape", [windows], ("start", 2L)), node.Graph.Vector(1)), node.Graph.Vector(window.Strides));
                ends = node.Graph.Add(_span, node.Graph.Vector([.. starts.Select(start => start + 1)]));
            }

            return node.Graph.Node(
                "Slice",
                [_padded, node.Graph.Vector(starts), ends, node.Graph.Vector([.. Enumerable.Range(2, window.Rank).Select(axis => (long)axis)]), node.Graph.Vector(window.Strides)]);
        }

        /// <summary>(records x groups, rows, windows).</summary>
        internal string Flat(string x, long rows)
        {
            if (_sizes is not null)
            {
                return node.Graph.Reshape(x, -1, rows, _sizes.Aggregate(1L, (product, size) => product * size));
            }

            _count ??= node.Graph.Node("ReduceProd", [node.Graph.Node("Shape", [windows], ("start", 2L))], ("keepdims", 1L));
            return node.Graph.Node("Reshape", [x, node.Graph.Concat(0, node.Graph.Vector(-1, rows), _count)]);
        }
    }
}
