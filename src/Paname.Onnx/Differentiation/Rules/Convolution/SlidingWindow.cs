using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Rules.Convolution;

/// <summary>How a kernel moves over the spatial axes of an image, with its padding settled to numbers.</summary>
/// <param name="Kernel">Sizes of the kernel.</param>
/// <param name="Strides">Steps between windows.</param>
/// <param name="Dilations">Steps between the elements of a window.</param>
/// <param name="Before">Padding in front of each axis.</param>
/// <param name="After">Padding behind each axis, as far as the attributes state it.</param>
internal sealed record SlidingWindow(IReadOnlyList<long> Kernel, IReadOnlyList<long> Strides, IReadOnlyList<long> Dilations, IReadOnlyList<long> Before, IReadOnlyList<long> After)
{
    internal int Rank => Kernel.Count;

    internal bool Padded => Before.Any(pad => pad != 0) || After.Any(pad => pad != 0);

    /// <summary>Whether windows tile the image side by side, each with all its elements.</summary>
    internal bool Tiles => !Padded && Kernel.SequenceEqual(Strides) && Dilations.All(step => step == 1);

    /// <summary>From the first to the last element of a window, both counted.</summary>
    internal long Extent(int axis) => ((Kernel[axis] - 1) * Dilations[axis]) + 1;

    /// <summary>Reads the attributes of a convolution or pooling of <paramref name="image"/>.</summary>
    internal static SlidingWindow Of(NodeGradient node, string image, IReadOnlyList<long> kernel)
    {
        SlidingWindow window = WithoutPads(node, kernel);
        return node.Node.Text("auto_pad", "NOTSET") switch
        {
            "NOTSET" => window.WithPads(node.Node.Integers("pads")),
            "VALID" => window,
            string same => window.WithTotals(window.SameTotals(node, image), upper: same == "SAME_UPPER"),
        };
    }

    /// <summary>Reads the attributes of a transposed convolution of <paramref name="image"/>: the window moves over its output.</summary>
    internal static SlidingWindow OfTransposed(NodeGradient node, string image, IReadOnlyList<long> kernel)
    {
        SlidingWindow window = WithoutPads(node, kernel);
        IReadOnlyList<long> extra = node.Node.Integers("output_padding") is { Count: > 0 } given ? given : new long[kernel.Count];
        string rule = node.Node.Text("auto_pad", "NOTSET");
        if (node.Node.Integers("output_shape") is { Count: > 0 } shape)
        {
            IReadOnlyList<long> sizes = Spatial(node, image)
                ?? throw node.Refuse("output_shape is only covered where the input's spatial axes have fixed sizes; export the model with fixed sizes, or with pads in its place");
            return window.WithTotals(
                [.. Enumerable.Range(0, kernel.Count).Select(axis =>
                    (window.Strides[axis] * (sizes[axis] - 1)) + extra[axis] + window.Extent(axis) - shape[shape.Count - kernel.Count + axis])],
                upper: rule == "SAME_UPPER");
        }

        return rule switch
        {
            "NOTSET" => window.WithPads(node.Node.Integers("pads")),
            "VALID" => window,
            _ => window.WithTotals([.. Enumerable.Range(0, kernel.Count).Select(axis => extra[axis] + window.Extent(axis) - window.Strides[axis])], upper: rule == "SAME_UPPER"),
        };
    }

    /// <summary>The sizes of a value's spatial axes, where all are known.</summary>
    internal static IReadOnlyList<long>? Spatial(NodeGradient node, string value)
    {
        IReadOnlyList<Dimension>? shape = node.Form(value).Shape;
        return shape is not null && shape.Skip(2).All(axis => axis.Size is not null) ? [.. shape.Skip(2).Select(axis => axis.Size!.Value)] : null;
    }

    private static SlidingWindow WithoutPads(NodeGradient node, IReadOnlyList<long> kernel)
    {
        long[] none = new long[kernel.Count];
        return new(kernel, OrOnes(node, "strides", kernel.Count), OrOnes(node, "dilations", kernel.Count), none, none);
    }

    private static IReadOnlyList<long> OrOnes(NodeGradient node, string attribute, int rank)
        => node.Node.Integers(attribute) is { Count: > 0 } given ? given : [.. Enumerable.Repeat(1L, rank)];

    private SlidingWindow WithPads(IReadOnlyList<long> pads)
        => pads.Count == 0 ? this : this with { Before = [.. pads.Take(Rank)], After = [.. pads.Skip(Rank)] };

    /// <summary>Splits each axis' padding in halves; the odd one goes behind when upper.</summary>
    private SlidingWindow WithTotals(IReadOnlyList<long> totals, bool upper)
    {
        long[] small = [.. totals.Select(total => Math.Max(total, 0) / 2)];
        long[] large = [.. totals.Select(total => Math.Max(total, 0) - (Math.Max(total, 0) / 2))];
        return this with { Before = upper ? small : large, After = upper ? large : small };
    }

    /// <summary>What an axis needs so that its result has size / stride elements, rounded up.</summary>
    private long[] SameTotals(NodeGradient node, string image)
    {
        if (Strides.All(stride => stride == 1))
        {
            return [.. Enumerable.Range(0, Rank).Select(axis => Extent(axis) - 1)];
        }

        IReadOnlyList<long> sizes = Spatial(node, image)
            ?? throw node.Refuse("auto_pad SAME with a stride is only covered where the spatial axes have fixed sizes; export the model with fixed sizes, or with pads in its place");
        return [.. Enumerable.Range(0, Rank).Select(axis =>
        {
            long steps = ((sizes[axis] + Strides[axis] - 1) / Strides[axis]) - 1;
            return (steps * Strides[axis]) + Extent(axis) - sizes[axis];
        })];
    }
}
