using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the poolings in the folder Convolution, by operator.</summary>
internal static class PoolingCases
{
    private static readonly (string What, int[] Shape, (string Name, object Value)[] Attributes)[] Windows =
    [
        ("tiles", [2, 3, 4, 6], [("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2])]),
        ("oblong tiles", [2, 2, 4, 6], [("kernel_shape", (long[])[4, 3]), ("strides", (long[])[4, 3])]),
        ("tiles that leave rows over", [2, 2, 5, 7], [("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2])]),
        ("overlapping with pads", [2, 2, 5, 6], [("kernel_shape", (long[])[3, 3]), ("strides", (long[])[2, 2]), ("pads", (long[])[1, 1, 1, 1])]),
        ("uneven pads", [1, 2, 5, 6], [("kernel_shape", (long[])[3, 2]), ("strides", (long[])[1, 2]), ("pads", (long[])[1, 0, 2, 1])]),
        ("windows apart", [1, 2, 7, 7], [("kernel_shape", (long[])[2, 2]), ("strides", (long[])[3, 3])]),
        ("dilated", [1, 2, 7, 6], [("kernel_shape", (long[])[3, 2]), ("dilations", (long[])[2, 3]), ("pads", (long[])[1, 0, 0, 1])]),
        ("rounded up", [1, 2, 6, 5], [("kernel_shape", (long[])[3, 2]), ("strides", (long[])[2, 2]), ("ceil_mode", 1)]),
        ("rounded up with pads", [1, 2, 6, 7], [("kernel_shape", (long[])[3, 3]), ("strides", (long[])[2, 3]), ("pads", (long[])[1, 1, 1, 1]), ("ceil_mode", 1)]),
        ("same upper", [1, 2, 5, 4], [("kernel_shape", (long[])[2, 3]), ("auto_pad", "SAME_UPPER")]),
        ("same lower", [1, 2, 5, 4], [("kernel_shape", (long[])[2, 3]), ("auto_pad", "SAME_LOWER")]),
        ("valid", [1, 2, 5, 4], [("kernel_shape", (long[])[2, 3]), ("auto_pad", "VALID")]),
        ("one axis", [2, 3, 7], [("kernel_shape", (long[])[3]), ("strides", (long[])[2])]),
        ("one axis in tiles", [2, 3, 6], [("kernel_shape", (long[])[3]), ("strides", (long[])[3])]),
        ("three axes", [1, 2, 4, 3, 4], [("kernel_shape", (long[])[2, 2, 3]), ("strides", (long[])[2, 1, 1]), ("pads", (long[])[0, 1, 1, 0, 0, 1])]),
        ("one window", [2, 2, 3, 3], [("kernel_shape", (long[])[3, 3])]),
        ("one element", [2, 2, 1, 1], [("kernel_shape", (long[])[1, 1])]),
        ("no records", [0, 2, 4, 4], [("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2])]),
        ("no records, overlapping", [0, 2, 4, 4], [("kernel_shape", (long[])[2, 2])]),
    ];

    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
        ["MaxPool"] =
        [
            .. Windows.SelectMany(window => Both("MaxPool", window.What, Feed.Spread("x", window.Shape, 4), window.Attributes)),
            .. Both("MaxPool", "double", Feed.Spread("x", [2, 2, 4, 4], 4) with { Type = DataType.Double }, ("kernel_shape", (long[])[2, 2]), ("strides", (long[])[2, 2])),
            .. Both("MaxPool", "same upper with strides", Feed.Spread("x", [2, 2, 5, 4], 4), ("kernel_shape", (long[])[3, 2]), ("strides", (long[])[2, 3]), ("auto_pad", "SAME_UPPER")),
        ],
        ["AveragePool"] =
        [
            .. Windows.SelectMany(window => Both("AveragePool", window.What, Feed.Random("x", window.Shape, 4), window.Attributes)),
            .. Windows.SelectMany(window => Both("AveragePool", $"{window.What}, pads counted", Feed.Random("x", window.Shape, 4), [.. window.Attributes, ("count_include_pad", 1)])),
        ],
        ["GlobalAveragePool"] = [.. Global("GlobalAveragePool")],
        ["GlobalMaxPool"] = [.. Global("GlobalMaxPool")],
    };

    private static IEnumerable<RuleCase> Global(string type)
        => new int[][] { [2, 3, 4, 5], [2, 3, 4], [1, 2, 2, 3, 2], [1, 1, 1, 1], [0, 2, 3, 3] }.SelectMany(shape => Both(type, string.Join('x', shape), Feed.Spread("x", shape, 5)));

    /// <summary>With sizes declared but for the batch's, and with all sizes dynamic.</summary>
    private static IEnumerable<RuleCase> Both(string type, string what, Feed x, params (string Name, object Value)[] attributes)
    {
        ModelBuilder Model(int[] declared) => new ModelBuilder(21).Input("x", x.Type, declared).Node(type, "x", "y", attributes).Untyped("y");
        yield return new(what, Model([-1, .. x.Shape[1..]]), x);
        yield return new($"{what}, dynamic", Model([.. x.Shape.Select((_, axis) => -10 - axis)]), x);
    }
}
