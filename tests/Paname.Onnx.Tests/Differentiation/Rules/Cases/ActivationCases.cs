using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Activations, by operator.</summary>
internal static class ActivationCases
{
    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = new Dictionary<string, IEnumerable<RuleCase>>
    {
        ["Relu"] = FunctionCases.Kinked("Relu"),
        ["LeakyRelu"] = [.. FunctionCases.Kinked("LeakyRelu", doubles: false), .. FunctionCases.Kinked("LeakyRelu", false, 21, ("alpha", 0.3f))],
        ["PRelu"] = [.. PReluCases()],
        ["ThresholdedRelu"] = FunctionCases.Kinked("ThresholdedRelu", false, 21, ("alpha", 2.5f)),
        ["Elu"] = [.. FunctionCases.Kinked("Elu", doubles: false), .. FunctionCases.Kinked("Elu", false, 21, ("alpha", 0.7f))],
        ["Selu"] = [.. FunctionCases.Kinked("Selu", doubles: false), .. FunctionCases.Kinked("Selu", false, 21, ("alpha", 1.3f), ("gamma", 0.8f))],
        ["Celu"] = [.. FunctionCases.Kinked("Celu", doubles: false), .. FunctionCases.Kinked("Celu", false, 21, ("alpha", 1.6f))],
        ["Gelu"] = [.. FunctionCases.Smooth("Gelu", doubles: false), .. FunctionCases.Smooth("Gelu", -3, 3, false, 21, ("approximate", "tanh"))],
        ["Sigmoid"] = FunctionCases.Smooth("Sigmoid"),
        ["HardSigmoid"] = [.. FunctionCases.Kinked("HardSigmoid", doubles: false), .. FunctionCases.Kinked("HardSigmoid", false, 21, ("alpha", 1 / 6f))],
        ["HardSwish"] = FunctionCases.Kinked("HardSwish", doubles: false),
        ["Mish"] = FunctionCases.Smooth("Mish", doubles: false),
        ["Swish"] = [.. FunctionCases.Smooth("Swish", doubles: false, opset: 24), .. FunctionCases.Smooth("Swish", -2, 2, false, 24, ("alpha", 1.7f))],
        ["Softplus"] = FunctionCases.Smooth("Softplus", doubles: false),
        ["Softsign"] = FunctionCases.Kinked("Softsign", doubles: false),
        ["Tanh"] = FunctionCases.Smooth("Tanh"),
        ["Softmax"] = [.. AlongAxis("Softmax")],
        ["LogSoftmax"] = [.. AlongAxis("LogSoftmax")],
    };

    private static IEnumerable<RuleCase> PReluCases()
    {
        int[][] slopes = [[], [1], [3], [5, 1, 1], [4, 5, 2, 3]];
        for (int seed = 0; seed < slopes.Length; seed++)
        {
            yield return new(
                $"slope [{string.Join(", ", slopes[seed])}]",
                new ModelBuilder(21).Input("x", DataType.Float, RandomShapes.Declared(seed, 0, [4, 5, 2, 3])).Input("slope", DataType.Float, RandomShapes.Declared(seed, 1, slopes[seed])).Node("PRelu", "x slope", "y").Untyped("y"),
                Feed.Spread("x", [4, 5, 2, 3], seed),
                Feed.Random("slope", slopes[seed], seed));
        }

        yield return new(
            "empty",
            new ModelBuilder(21).Input("x", DataType.Float, -1, 3).Input("slope", DataType.Float, 3).Node("PRelu", "x slope", "y").Untyped("y"),
            Feed.Spread("x", [0, 3], 1),
            Feed.Random("slope", [3], 1));
    }

    private static IEnumerable<RuleCase> AlongAxis(string type)
    {
        for (int seed = 3; seed < 9; seed++)
        {
            int[] shape = RandomShapes.One(seed);
            DataType element = seed % 2 == 0 ? DataType.Double : DataType.Float;
            for (int axis = -1; axis < shape.Length; axis++)
            {
                yield return new(
                    $"axis {axis}, seed {seed}",
                    new ModelBuilder(21).Input("x", element, RandomShapes.Declared(seed, 0, shape)).Node(type, "x", "y", ("axis", axis)).Untyped("y"),
                    Feed.Random("x", shape, seed) with { Type = element });
            }
        }

        yield return new("empty", new ModelBuilder(21).Input("x", DataType.Float, -1, 3).Node(type, "x", "y").Untyped("y"), Feed.Random("x", [0, 3], 1));
    }
}
