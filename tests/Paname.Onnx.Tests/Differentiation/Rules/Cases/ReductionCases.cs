using MathNet.Numerics.Random;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Reduction, by operator.</summary>
internal static class ReductionCases
{
    private static readonly int[][] Shapes = [[5], [1, 3], [2, 3], [3, 1, 4], [2, 3, 4], [2, 1, 3, 2]];

    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
        ["ReduceSum"] = [.. Reductions("ReduceSum"), .. Empty("ReduceSum")],
        ["ReduceMean"] = [.. Reductions("ReduceMean"), .. Empty("ReduceMean")],
        ["ReduceMax"] = Reductions("ReduceMax", apart: true),
        ["ReduceMin"] = Reductions("ReduceMin", apart: true),
        ["ReduceL1"] = [.. Reductions("ReduceL1", apart: true), .. Empty("ReduceL1")],
        ["ReduceL2"] = [.. Reductions("ReduceL2", 0.3), .. Empty("ReduceL2")],
        ["ReduceSumSquare"] = [.. Reductions("ReduceSumSquare"), .. Empty("ReduceSumSquare")],
        ["ReduceLogSum"] = Reductions("ReduceLogSum", 0.7),
        ["ReduceLogSumExp"] = Reductions("ReduceLogSumExp"),
        ["ReduceProd"] = [.. Reductions("ReduceProd", 0.5), ProductWithZeros()],
        ["CumSum"] = [.. CumulativeSums()],
    };

    /// <summary>Axes omitted, stored or computed; kept or not; none meaning all or none.</summary>
    private static IEnumerable<RuleCase> Reductions(string type, double low = -2, bool apart = false)
    {
        for (int seed = 0; seed < 24; seed++)
        {
            int[] shape = Shapes[seed % Shapes.Length];
            var random = new MersenneTwister(seed);
            long[] axes = [.. Enumerable.Range(0, shape.Length).Where(_ => random.Next(2) == 0).Select(axis => (long)(random.Next(2) == 0 ? axis : axis - shape.Length))];
            yield return Case(type, seed, shape, axes, apart ? Feed.Spread("x", shape, seed) : Feed.Random("x", shape, seed, low));
        }
    }

    private static IEnumerable<RuleCase> Empty(string type)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            yield return Case(type, seed, [0, 3], [seed % 2], Feed.Random("x", [0, 3], seed));
        }
    }

    private static RuleCase Case(string type, int seed, int[] shape, long[] axes, Feed feed)
    {
        string given = (seed % 4) switch { 0 => "omitted", 1 => "stored", 2 => "computed", _ => "stored" };
        bool keep = seed % 5 < 3;

        // Of an empty tensor this runtime reduces all axes even so.
        bool none = seed % 7 < 2 && !shape.Contains(0);
        DataType element = seed % 3 == 2 ? DataType.Double : DataType.Float;
        ModelBuilder model = new ModelBuilder(21).Input("x", element, RandomShapes.Declared(seed / 2, 0, shape));
        List<Feed> feeds = [feed with { Type = element }];
        if (given == "stored")
        {
            model.Integers("axes", axes);
        }
        else if (given == "computed")
        {
            model.Input("axes", DataType.Int64, -9);
            feeds.Add(Feed.Indices("axes", [axes.Length], axes));
        }

        model.Node(type, given == "omitted" ? "x" : "x axes", "y", ("keepdims", keep ? 1 : 0), ("noop_with_empty_axes", none ? 1 : 0)).Untyped("y");
        return new($"[{string.Join(", ", shape)}], {given} axes [{string.Join(", ", axes)}]{(keep ? ", kept" : string.Empty)}{(none ? ", none means none" : string.Empty)}, seed {seed}", model, [.. feeds]);
    }

    private static RuleCase ProductWithZeros() => new(
        "no, one and two zeros",
        new ModelBuilder(21).Input("x", DataType.Float, 3, 3).Integers("axes", 1).Node("ReduceProd", "x axes", "y").Untyped("y"),
        new Feed("x", [3, 3], [1.5, -2, 0.7, 0, -2, 0.7, 0, 0, 0.7]));

    private static IEnumerable<RuleCase> CumulativeSums()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            int[] shape = seed == 0 ? [0, 3] : seed == 1 ? [1, 1] : [2, 3, 4];
            DataType element = seed % 2 == 0 ? DataType.Double : DataType.Float;
            yield return new(
                $"seed {seed}",
                new ModelBuilder(21).Input("x", element, RandomShapes.Declared(seed, 0, shape)).Input("axis", DataType.Int64)
                    .Node("CumSum", "x axis", "y", ("exclusive", (seed / 2) % 2), ("reverse", seed / 4)).Untyped("y"),
                Feed.Random("x", shape, seed) with { Type = element },
                Feed.Indices("axis", [], (seed % 3) - (seed < 2 ? 0 : 1)));
        }
    }
}
