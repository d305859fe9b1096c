using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Normalization, by operator.</summary>
internal static class NormalizationCases
{
    private static readonly int[][] Pictures = [[3, 2, 3, 4], [4, 3, 5], [2, 2, 2, 3, 2], [2, 1, 3, 3], [1, 3, 2, 2]];

    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
        ["BatchNormalization"] = [.. Both([.. Pictures, [5, 3], [0, 3, 2, 2]], WithStatistics), .. Both([.. Pictures, [5, 3]], OfTheBatch), .. Both(Pictures, OfTheBatchAlone), Doubles()],
        ["LayerNormalization"] =
        [
            .. Both([[2, 3, 4], [5, 6], [1, 4], [0, 4], [2, 1, 3]], (x, dynamic) => Layer(x, dynamic, -1, bias: true)),
            .. Both([[2, 3, 4], [2, 3, 2, 2]], (x, dynamic) => Layer(x, dynamic, 1, bias: false)),
            .. Both([[3, 4]], (x, dynamic) => Layer(x, dynamic, 0, bias: true)),
            .. Both([[2, 3, 4]], LayerStatistics),
            LayerOfDoubles(),
        ],
        ["InstanceNormalization"] = [.. Both([.. Pictures, [0, 3, 2, 2]], (x, dynamic) => ByChannel("InstanceNormalization", x, dynamic, 0.1f))],
        ["GroupNormalization"] =
        [
            .. Both([[2, 4, 3, 2], [1, 4, 5], [2, 2, 2, 2, 2], [3, 6]], (x, dynamic) => ByChannel("GroupNormalization", x, dynamic, 0.1f, ("num_groups", 2))),
            .. Both([[2, 3, 3]], (x, dynamic) => ByChannel("GroupNormalization", x, dynamic, 0.1f, ("num_groups", 3))),
        ],
        ["LpNormalization"] =
        [
            .. Both([[2, 3, 4], [5], [1, 3], [0, 3]], (x, dynamic) => Single("LpNormalization", x, dynamic, ("axis", -1))),
            .. Both([[2, 3, 4], [3, 2]], (x, dynamic) => Single("LpNormalization", x, dynamic, ("axis", 1), ("p", 1))),
        ],
        ["MeanVarianceNormalization"] = [.. Both([[2, 3, 3, 2]], (x, dynamic) => Single("MeanVarianceNormalization", x, dynamic)), .. Both([[2, 3, 3, 2]], (x, dynamic) => Single("MeanVarianceNormalization", x, dynamic, ("axes", (long[])[0, 1, 2, 3])))],
    };

    /// <summary>With sizes declared but for the batch's, and with no size declared but the channels'.</summary>
    private static IEnumerable<RuleCase> Both(IEnumerable<int[]> shapes, Func<int[], bool, RuleCase> make) => shapes.SelectMany(shape => new[] { make(shape, false), make(shape, true) });

    private static RuleCase WithStatistics(int[] x, bool dynamic) => new(
        Title("given statistics", x, dynamic),
        Channelled(x, dynamic).Input("mean", DataType.Float, x[1]).Input("variance", DataType.Float, x[1])
            .Node("BatchNormalization", "x scale shift mean variance", "y", ("epsilon", 0.01f)).Untyped("y"),
        [.. ChannelFeeds(x), Feed.Random("mean", [x[1]], 4), Feed.Random("variance", [x[1]], 5, 0.5, 2)]);

    private static RuleCase OfTheBatch(int[] x, bool dynamic) => Batch("statistics of the batch", x, dynamic, ("epsilon", 0.1f), ("training_mode", 1));

    private static RuleCase OfTheBatchAlone(int[] x, bool dynamic) => Batch("statistics of the batch, none kept", x, dynamic, ("epsilon", 0.1f), ("training_mode", 1), ("momentum", 0f));

    private static RuleCase Batch(string what, int[] x, bool dynamic, params (string Name, object Value)[] attributes) => new(
        Title(what, x, dynamic),
        Channelled(x, dynamic).Input("mean", DataType.Float, x[1]).Input("variance", DataType.Float, x[1])
            .Node("BatchNormalization", "x scale shift mean variance", "y running_mean running_variance", attributes).Untyped("y"),
        [.. ChannelFeeds(x), Feed.Random("mean", [x[1]], 4) with { Differentiated = false }, Feed.Random("variance", [x[1]], 5, 0.5, 2) with { Differentiated = false }]);

    private static RuleCase Doubles()
    {
        int[] x = [2, 3, 4];
        Feed Of(string name, int[] shape, int seed, double low = -2) => Feed.Random(name, shape, seed, low) with { Type = DataType.Double };
        return new(
            "double",
            new ModelBuilder(21).Input("x", DataType.Double, -1, 3, 4).Input("scale", DataType.Double, 3).Input("shift", DataType.Double, 3).Input("mean", DataType.Double, 3).Input("variance", DataType.Double, 3)
                .Node("BatchNormalization", "x scale shift mean variance", "y").Untyped("y"),
            Of("x", x, 1),
            Of("scale", [3], 2),
            Of("shift", [3], 3),
            Of("mean", [3], 4),
            Of("variance", [3], 5, 0.5));
    }

    private static RuleCase Layer(int[] x, bool dynamic, int axis, bool bias)
    {
        int[] own = x[(axis < 0 ? axis + x.Length : axis)..];
        ModelBuilder model = new ModelBuilder(21).Input("x", DataType.Float, Declared(x, dynamic)).Input("scale", DataType.Float, own);
        Feed[] feeds = [Feed.Random("x", x, 1), Feed.Random("scale", own, 2)];
        return new(
            Title(bias ? $"axis {axis}" : $"axis {axis}, no bias", x, dynamic),
            (bias ? model.Input("shift", DataType.Float, own) : model).Node("LayerNormalization", bias ? "x scale shift" : "x scale", "y", ("axis", axis), ("epsilon", 0.1f)).Untyped("y"),
            bias ? [.. feeds, Feed.Random("shift", own, 3)] : feeds);
    }

    private static RuleCase LayerStatistics(int[] x, bool dynamic) => new(
        Title("mean and reciprocal used too", x, dynamic),
        new ModelBuilder(21).Input("x", DataType.Float, Declared(x, dynamic)).Input("scale", DataType.Float, x[^1])
            .Node("LayerNormalization", "x scale", "y mean reciprocal", ("epsilon", 0.1f)).Untyped("y").Untyped("mean").Untyped("reciprocal"),
        Feed.Random("x", x, 1),
        Feed.Random("scale", [x[^1]], 2));

    private static RuleCase LayerOfDoubles() => new(
        "double",
        new ModelBuilder(21).Input("x", DataType.Double, -1, 5).Input("scale", DataType.Double, 5).Node("LayerNormalization", "x scale", "y").Untyped("y"),
        Feed.Random("x", [3, 5], 1) with { Type = DataType.Double },
        Feed.Random("scale", [5], 2) with { Type = DataType.Double });

    private static RuleCase ByChannel(string type, int[] x, bool dynamic, float epsilon, params (string Name, object Value)[] attributes) => new(
        Title($"{x[1]} channels", x, dynamic),
        Channelled(x, dynamic).Node(type, "x scale shift", "y", [("epsilon", epsilon), .. attributes]).Untyped("y"),
        ChannelFeeds(x));

    private static RuleCase Single(string type, int[] x, bool dynamic, params (string Name, object Value)[] attributes) => new(
        Title(string.Join(' ', attributes.Select(attribute => attribute.Value is long[] list ? $"{attribute.Name} {list.Length}" : $"{attribute.Name} {attribute.Value}")), x, dynamic),
        new ModelBuilder(21).Input("x", DataType.Float, Declared(x, dynamic)).Node(type, "x", "y", attributes).Untyped("y"),
        Feed.Spread("x", x, 1, 0.17));

    private static ModelBuilder Channelled(int[] x, bool dynamic)
        => new ModelBuilder(21).Input("x", DataType.Float, Declared(x, dynamic)).Input("scale", DataType.Float, x[1]).Input("shift", DataType.Float, x[1]);

    private static Feed[] ChannelFeeds(int[] x) => [Feed.Random("x", x, 1), Feed.Random("scale", [x[1]], 2), Feed.Random("shift", [x[1]], 3)];

    private static int[] Declared(int[] x, bool dynamic) => dynamic ? [.. x.Select((size, axis) => axis == 1 && x.Length > 2 ? size : -10 - axis)] : [-1, .. x[1..]];

    private static string Title(string what, int[] x, bool dynamic) => $"{what}, {string.Join('x', x)}{(dynamic ? ", dynamic" : string.Empty)}";
}
