namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>For each element of a kernel the part of the image that it met, on the axes of the windows.</summary>
/// <param name="node">The node.</param>
/// <param name="window">How the kernel moved.</param>
/// <param name="windows">A forward value with the spatial axes of the windows.</param>
internal sealed class ShiftedImages(NodeGradient node, SlidingWindow window, string windows)
{
    private readonly IReadOnlyList<long>? _sizes = SlidingWindow.Spatial(node, windows);
    private readonly IReadOnlyList<long> _axes = [.. Enumerable.Range(2, window.Rank).Select(axis => (long)axis)];
    private string? _span;
    private string? _count;

    /// <summary>In row-major order of the kernel's elements.</summary>
    internal IEnumerable<string> Of(string image)
    {
        if (!window.Padded && window.Kernel.Concat(window.Strides).All(size => size == 1))
        {
            return [image];
        }

        string padded = window.Padded
            ? node.Graph.Node("Pad", [image, node.Graph.Vector([0, 0, .. window.Before, 0, 0, .. window.After])])
            : image;
        return Taps().Select(tap => Slice(padded, [.. tap.Select((at, axis) => at * window.Dilations[axis])]));
    }

    /// <summary>A tensor on the axes of the windows as (the rest, rows, windows).</summary>
    internal string Flat(string x, long rows)
    {
        if (_sizes is not null)
        {
            return node.Graph.Reshape(x, -1, rows, _sizes.Aggregate(1L, (product, size) => product * size));
        }

        _count ??= node.Graph.Node("ReduceProd", [node.Graph.Node("Shape", [windows], ("start", 2L))], ("keepdims", 1L));
        return node.Graph.Node("Reshape", [x, node.Graph.Concat(0, node.Graph.Vector(-1, rows), _count)]);
    }

    /// <summary>All positions in the kernel, the last axis fastest.</summary>
    private IEnumerable<long[]> Taps()
        => window.Kernel.Aggregate((IEnumerable<long[]>)[[]], (heads, size) => heads.SelectMany(head => Enumerable.Range(0, (int)size).Select(at => (long[])[.. head, at])));

    private string Slice(string padded, long[] starts)
        => node.Graph.Node("Slice", [padded, node.Graph.Vector(starts), Ends(starts), node.Graph.Vector(_axes), node.Graph.Vector(window.Strides)]);

    private string Ends(long[] starts)
    {
        if (_sizes is not null)
        {
            return node.Graph.Vector([.. starts.Select((start, axis) => start + ((_sizes[axis] - 1) * window.Strides[axis]) + 1)]);
        }

        _span ??= node.Graph.Mul(node.Graph.Sub(node.Graph.Node("Shape", [windows], ("start", 2L)), node.Graph.Vector(1)), node.Graph.Vector(window.Strides));
        return node.Graph.Add(_span, node.Graph.Vector([.. starts.Select(start => start + 1)]));
    }
}
