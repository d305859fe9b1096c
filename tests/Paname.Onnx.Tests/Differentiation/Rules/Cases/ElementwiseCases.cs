using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Elementwise, by operator.</summary>
internal static class ElementwiseCases
{
    private const int Opset = 21;
    private const int Seeds = 8;

    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
        ["Identity"] = FunctionCases.Smooth("Identity"),
        ["Neg"] = FunctionCases.Smooth("Neg"),
        ["Abs"] = FunctionCases.Kinked("Abs"),
        ["Sqrt"] = FunctionCases.Smooth("Sqrt", 0.5, 3),
        ["Reciprocal"] = FunctionCases.Smooth("Reciprocal", 0.7, 3),
        ["Exp"] = FunctionCases.Smooth("Exp"),
        ["Log"] = FunctionCases.Smooth("Log", 0.7, 3),
        ["Erf"] = FunctionCases.Smooth("Erf", doubles: false),
        ["Sin"] = FunctionCases.Smooth("Sin"),
        ["Cos"] = FunctionCases.Smooth("Cos"),
        ["Tan"] = FunctionCases.Smooth("Tan", -0.9, 0.9, doubles: false),
        ["Add"] = Several("Add", 2),
        ["Sub"] = Several("Sub", 2),
        ["Mul"] = Several("Mul", 2),
        ["Div"] = Several("Div", 2, 0.7, 2),
        ["Pow"] = [.. Several("Pow", 2, 0.7, 2), .. StoredExponents(), IntegerExponent(), ExponentOfOtherType()],
        ["Sum"] = [.. Several("Sum", 1), .. Several("Sum", 3)],
        ["Mean"] = [.. Several("Mean", 1, doubles: false), .. Several("Mean", 3, doubles: false)],
        ["Max"] = [.. Several("Max", 1), .. Several("Max", 3, apart: true)],
        ["Min"] = [.. Several("Min", 1), .. Several("Min", 3, apart: true)],
        ["Clip"] = [.. ClipCases()],
        ["Where"] = [.. WhereCases()],
        ["Cast"] = [.. CastCases()],
        ["CastLike"] = [CastLike()],
        ["Dropout"] = [.. DropoutCases()],
    };

    /// <summary>An operator of several broadcast inputs.</summary>
    private static IEnumerable<RuleCase> Several(string type, int count, double low = -2, double high = 2, bool doubles = true, bool apart = false)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            int[][] shapes = count == 1 ? [RandomShapes.One(seed)] : RandomShapes.Broadcastable(seed, count);
            DataType element = doubles && seed % 2 == 0 ? DataType.Double : DataType.Float;
            var model = new ModelBuilder(Opset);
            var feeds = new List<Feed>();
            for (int i = 0; i < count; i++)
            {
                string name = $"x{i}";
                model.Input(name, element, RandomShapes.Declared(seed, i, shapes[i]));
                Feed feed = apart ? Shifted(Feed.Spread(name, shapes[i], seed + i, 0.1 * count), 0.1 * i) : Feed.Random(name, shapes[i], (10 * seed) + i, low, high);
                feeds.Add(feed with { Type = element });
            }

            yield return new($"{count} inputs, seed {seed}", model.Node(type, string.Join(' ', feeds.Select(feed => feed.Name)), "y").Untyped("y"), [.. feeds]);
        }
    }

    private static Feed Shifted(Feed feed, double by) => feed with { Values = [.. feed.Values.Select(value => value + by)] };

    private static IEnumerable<RuleCase> StoredExponents()
    {
        foreach (float exponent in new[] { 0, 0.5f, 1, 2, 3, -1, 1.7f })
        {
            yield return new(
                FormattableString.Invariant($"exponent {exponent}"),
                new ModelBuilder(Opset).Input("x", DataType.Float, 2, 3).Weights("e", [], exponent).Node("Pow", "x e", "y").Untyped("y"),
                Feed.Random("x", [2, 3], 5, 0.7, 2));
        }

        yield return new(
            "stored whole exponent, negative base",
            new ModelBuilder(Opset).Input("x", DataType.Float, 2, 3).Integers("e", 3).Node("Pow", "x e", "y").Untyped("y"),
            Feed.Random("x", [2, 3], 5));
        yield return new(
            "stored exponent that spreads the base",
            new ModelBuilder(Opset).Input("x", DataType.Float, 3).Weights("e", [1, 1], 2).Node("Pow", "x e", "y").Untyped("y"),
            Feed.Random("x", [3], 5));
    }

    private static RuleCase IntegerExponent() => new(
        "computed whole exponents, zero and negative bases",
        new ModelBuilder(Opset).Input("x", DataType.Float, 4).Input("e", DataType.Int64, 4).Node("Pow", "x e", "y").Untyped("y"),
        new Feed("x", [4], [0, -1.5, 1.2, 0]),
        Feed.Indices("e", [4], 2, 3, 0, 1));

    private static RuleCase ExponentOfOtherType() => new(
        "exponent in double precision",
        new ModelBuilder(Opset).Input("x", DataType.Float, 2, 3).Input("e", DataType.Double, 3).Node("Pow", "x e", "y").Untyped("y"),
        Feed.Random("x", [2, 3], 6, 0.7, 2),
        Feed.Random("e", [3], 7) with { Type = DataType.Double });

    private static IEnumerable<RuleCase> ClipCases()
    {
        foreach (string inputs in new[] { "x", "x low", "x low high" })
        {
            for (int seed = 0; seed < 4; seed++)
            {
                DataType element = seed % 2 == 0 ? DataType.Double : DataType.Float;
                int[] shape = seed == 3 ? [4, 5] : RandomShapes.One(seed);
                var model = new ModelBuilder(Opset).Input("x", element, RandomShapes.Declared(seed, 0, shape));
                var feeds = new List<Feed> { Feed.Spread("x", shape, seed) with { Type = element } };
                if (inputs.Contains("low", StringComparison.Ordinal))
                {
                    model.Input("low", element);
                    feeds.Add(new Feed("low", [], [-0.5]) { Type = element });
                }

                if (inputs.Contains("high", StringComparison.Ordinal))
                {
                    model.Input("high", element);
                    feeds.Add(new Feed("high", [], [0.6]) { Type = element });
                }

                yield return new($"{inputs}, seed {seed}", model.Node("Clip", inputs, "y").Untyped("y"), [.. feeds]);
            }
        }

        var withoutLow = new ModelBuilder(Opset).Input("x", DataType.Float, 20).Weights("high", [], 0.3f).Node("Clip", "x", "y").Untyped("y");
        withoutLow.Graph.Node[0].Input.AddRange([string.Empty, "high"]);
        yield return new("upper bound only", withoutLow, Feed.Spread("x", [20], 1));
    }

    private static IEnumerable<RuleCase> WhereCases()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            int[][] shapes = RandomShapes.Broadcastable(seed, 3);
            DataType element = seed % 2 == 0 ? DataType.Double : DataType.Float;
            Feed condition = Feed.Random("c", shapes[0], seed);
            yield return new(
                $"seed {seed}",
                new ModelBuilder(Opset)
                    .Input("c", DataType.Bool, RandomShapes.Declared(seed, 0, shapes[0]))
                    .Input("a", element, RandomShapes.Declared(seed, 1, shapes[1]))
                    .Input("b", element, RandomShapes.Declared(seed, 2, shapes[2]))
                    .Node("Where", "c a b", "y").Untyped("y"),
                condition with { Type = DataType.Bool, Differentiated = false, Values = [.. condition.Values.Select(value => value > 0 ? 1.0 : 0)] },
                Feed.Random("a", shapes[1], seed + 1) with { Type = element },
                Feed.Random("b", shapes[2], seed + 2) with { Type = element });
        }
    }

    private static IEnumerable<RuleCase> CastCases()
    {
        foreach ((DataType from, DataType to) in new[] { (DataType.Float, DataType.Double), (DataType.Double, DataType.Float), (DataType.Float, DataType.Float) })
        {
            yield return new(
                $"{from} to {to}",
                new ModelBuilder(Opset).Input("x", from, -1, 3).Node("Cast", "x", "y", ("to", (int)to)).Untyped("y"),
                Feed.Random("x", [2, 3], 3) with { Type = from });
        }
    }

    private static RuleCase CastLike() => new(
        "to double",
        new ModelBuilder(Opset).Input("x", DataType.Float, -1, 3).Input("like", DataType.Double, 1).Node("CastLike", "x like", "y").Untyped("y"),
        Feed.Random("x", [2, 3], 3),
        new Feed("like", [1], [0]) { Type = DataType.Double, Differentiated = false });

    private static IEnumerable<RuleCase> DropoutCases()
    {
        yield return new("inference by default", new ModelBuilder(Opset).Input("x", DataType.Float, -1, 3).Node("Dropout", "x", "y").Untyped("y"), Feed.Random("x", [2, 3], 1));
        yield return new(
            "inference by a stored flag",
            new ModelBuilder(Opset).Input("x", DataType.Float, 2, 3).Weights("ratio", [], 0.4f).Stored("training", false).Node("Dropout", "x ratio training", "y").Untyped("y"),
            Feed.Random("x", [2, 3], 1));
        yield return new(
            "inference by a computed flag and ratio",
            new ModelBuilder(Opset).Input("x", DataType.Float, 2, 3).Input("ratio", DataType.Float).Input("training", DataType.Bool).Node("Dropout", "x ratio training", "y").Untyped("y"),
            Feed.Random("x", [2, 3], 1),
            new Feed("ratio", [], [0.4]) { Differentiated = false },
            new Feed("training", [], [0]) { Type = DataType.Bool, Differentiated = false });
        yield return new(
            "training that drops nothing",
            new ModelBuilder(Opset).Input("x", DataType.Float, 2, 3).Weights("ratio", [], 0).Stored("training", true).Node("Dropout", "x ratio training", "y").Untyped("y"),
            Feed.Random("x", [2, 3], 1));
    }
}
