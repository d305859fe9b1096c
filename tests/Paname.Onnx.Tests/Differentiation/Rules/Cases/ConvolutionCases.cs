using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the convolutions in the folder Convolution, by operator; those of its poolings are <see cref="PoolingCases"/>.</summary>
internal static class ConvolutionCases
{
    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>(PoolingCases.All)
    {
        ["Conv"] = [.. Convolutions()],
        ["ConvTranspose"] = [.. Transposed()],
    };

    private static IEnumerable<RuleCase> Convolutions()
    {
        const string Type = "Conv";
        foreach (bool dynamic in new[] { false, true })
        {
            yield return Case(Type, "plain 3x3", dynamic, [2, 2, 5, 6], [3, 2, 3, 3]);
            yield return Case(Type, "padded 3x3", dynamic, [2, 2, 5, 4], [3, 2, 3, 3], ("pads", (long[])[1, 1, 1, 1]));
            yield return Case(Type, "one by one", dynamic, [2, 3, 3, 2], [2, 3, 1, 1]);
            yield return Case(Type, "one by one with stride", dynamic, [2, 3, 4, 5], [2, 3, 1, 1], ("strides", (long[])[2, 2]));
            yield return Case(Type, "one record, one channel, one window", dynamic, [1, 1, 2, 2], [1, 1, 2, 2]);
            yield return Case(Type, "strides that leave rows over, uneven pads", dynamic, [2, 2, 6, 7], [2, 2, 3, 2], ("strides", (long[])[2, 3]), ("pads", (long[])[1, 0, 0, 2]));
            yield return Case(Type, "dilations and strides", dynamic, [1, 2, 8, 7], [2, 2, 2, 3], ("dilations", (long[])[3, 2]), ("strides", (long[])[2, 1]), ("pads", (long[])[0, 1, 2, 1]));
            yield return Case(Type, "two groups", dynamic, [2, 4, 5, 4], [6, 2, 3, 2], ("group", 2), ("pads", (long[])[1, 0, 1, 1]));
            yield return Case(Type, "depthwise", dynamic, [2, 3, 4, 5], [3, 1, 3, 2], ("group", 3), ("pads", (long[])[1, 0, 1, 1]));
            yield return Case(Type, "depthwise, one by one", dynamic, [2, 3, 2, 2], [3, 1, 1, 1], ("group", 3));
            yield return Case(Type, "depthwise with two maps a channel and stride", dynamic, [2, 3, 5, 5], [6, 1, 3, 3], ("group", 3), ("strides", (long[])[2, 2]), ("pads", (long[])[1, 1, 1, 1]));
            yield return Case(Type, "one axis", dynamic, [2, 3, 9], [4, 3, 3], ("strides", (long[])[2]), ("pads", (long[])[2, 1]), ("dilations", (long[])[2]));
            yield return Case(Type, "three axes", dynamic, [1, 2, 4, 3, 5], [2, 2, 2, 2, 3], ("strides", (long[])[1, 1, 2]), ("pads", (long[])[0, 1, 1, 0, 0, 1]));
            yield return Case(Type, "three axes, two groups", dynamic, [1, 4, 3, 3, 3], [2, 2, 2, 2, 2], ("group", 2), ("dilations", (long[])[1, 2, 1]));
            yield return Case(Type, "large kernel", dynamic, [2, 2, 8, 7], [3, 2, 6, 6], ("pads", (long[])[2, 1, 2, 3]));
            yield return Case(Type, "large kernel with strides and dilations", dynamic, [2, 2, 17, 8], [2, 2, 7, 4], ("strides", (long[])[3, 2]), ("dilations", (long[])[2, 1]), ("pads", (long[])[1, 1, 2, 1]));
            yield return Case(Type, "large kernel in groups", dynamic, [2, 4, 7, 8], [6, 2, 6, 6], ("group", 2), ("strides", (long[])[1, 2]), ("pads", (long[])[1, 1, 0, 2]));
            yield return Case(Type, "same upper", dynamic, [1, 2, 5, 6], [2, 2, 2, 4], ("auto_pad", "SAME_UPPER"));
            yield return Case(Type, "same lower", dynamic, [1, 2, 5, 6], [2, 2, 2, 4], ("auto_pad", "SAME_LOWER"));
            yield return Case(Type, "valid", dynamic, [1, 2, 5, 6], [2, 2, 2, 4], ("auto_pad", "VALID"), ("strides", (long[])[2, 1]));
            yield return Case(Type, "no records", dynamic, [0, 2, 4, 4], [3, 2, 3, 3], ("pads", (long[])[1, 1, 1, 1]));
        }

        yield return Case(Type, "same upper with strides", false, [1, 2, 5, 6], [2, 2, 2, 3], ("auto_pad", "SAME_UPPER"), ("strides", (long[])[2, 3]));
        yield return Case(Type, "same lower with strides", false, [1, 2, 6, 5], [2, 2, 4, 3], ("auto_pad", "SAME_LOWER"), ("strides", (long[])[3, 2]));
        yield return WithoutBias(Type, [2, 2, 4, 4], [3, 2, 3, 3]);
    }

    private static IEnumerable<RuleCase> Transposed()
    {
        const string Type = "ConvTranspose";
        foreach (bool dynamic in new[] { false, true })
        {
            yield return Case(Type, "plain", dynamic, [2, 2, 3, 4], [2, 3, 3, 3]);
            yield return Case(Type, "strides and pads", dynamic, [2, 2, 3, 4], [2, 3, 3, 2], ("strides", (long[])[2, 3]), ("pads", (long[])[1, 0, 2, 1]));
            yield return Case(Type, "output padding", dynamic, [1, 2, 3, 3], [2, 2, 3, 3], ("strides", (long[])[2, 3]), ("pads", (long[])[1, 1, 1, 1]), ("output_padding", (long[])[1, 2]));
            yield return Case(Type, "dilations", dynamic, [1, 2, 3, 4], [2, 2, 2, 3], ("dilations", (long[])[2, 2]), ("strides", (long[])[1, 2]));
            yield return Case(Type, "two groups", dynamic, [2, 4, 3, 2], [4, 3, 2, 3], ("group", 2), ("strides", (long[])[2, 1]));
            yield return Case(Type, "depthwise", dynamic, [2, 3, 3, 2], [3, 1, 2, 3], ("group", 3), ("strides", (long[])[2, 1]));
            yield return Case(Type, "one axis", dynamic, [2, 3, 4], [3, 2, 3], ("strides", (long[])[2]), ("pads", (long[])[0, 1]));
            yield return Case(Type, "three axes", dynamic, [1, 2, 2, 3, 2], [2, 2, 2, 2, 3], ("strides", (long[])[1, 2, 2]));
            yield return Case(Type, "large kernel", dynamic, [2, 2, 3, 4], [2, 2, 6, 6], ("strides", (long[])[2, 1]), ("pads", (long[])[1, 2, 1, 1]));
            yield return Case(Type, "same upper", dynamic, [1, 2, 3, 3], [2, 2, 3, 4], ("auto_pad", "SAME_UPPER"), ("strides", (long[])[2, 1]));
            yield return Case(Type, "same lower", dynamic, [1, 2, 3, 3], [2, 2, 3, 4], ("auto_pad", "SAME_LOWER"), ("strides", (long[])[2, 1]));
            yield return Case(Type, "valid", dynamic, [1, 2, 3, 3], [2, 2, 3, 4], ("auto_pad", "VALID"), ("strides", (long[])[2, 1]));
        }

        yield return Case(Type, "output shape", false, [1, 2, 3, 4], [2, 2, 3, 3], ("strides", (long[])[2, 2]), ("output_shape", (long[])[6, 8]));
        yield return WithoutBias(Type, [2, 2, 4, 4], [2, 3, 3, 3]);
    }

    private static RuleCase Case(string type, string what, bool dynamic, int[] x, int[] w, params (string Name, object Value)[] attributes)
    {
        int maps = type == "Conv" ? w[0] : w[1] * attributes.Where(attribute => attribute.Name == "group").Select(attribute => (int)attribute.Value).DefaultIfEmpty(1).Single();
        int[] declared = dynamic ? [-1, x[1], .. Enumerable.Range(0, x.Length - 2).Select(axis => -10 - axis)] : [-1, .. x[1..]];
        return new(
            dynamic ? $"{what}, dynamic" : what,
            new ModelBuilder(21).Input("x", DataType.Float, declared).Input("w", DataType.Float, w).Input("b", DataType.Float, maps).Node(type, "x w b", "y", attributes).Untyped("y"),
            Feed.Random("x", x, 1),
            Feed.Random("w", w, 2),
            Feed.Random("b", [maps], 3));
    }

    private static RuleCase WithoutBias(string type, int[] x, int[] w)
        => new(
            "no bias",
            new ModelBuilder(21).Input("x", DataType.Float, x).Input("w", DataType.Float, w).Node(type, "x w", "y").Untyped("y"),
            Feed.Random("x", x, 1),
            Feed.Random("w", w, 2));
}
