using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>Cases of functions of one input.</summary>
internal static class FunctionCases
{
    private const int Seeds = 6;

    /// <summary>At random values of a range, over random shapes.</summary>
    internal static IEnumerable<RuleCase> Smooth(string type, double low = -2, double high = 2, bool doubles = true, int opset = 21, params (string Name, object Value)[] attributes)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            int[] shape = RandomShapes.One(seed);
            DataType element = doubles && seed % 2 == 0 ? DataType.Double : DataType.Float;
            yield return Case(type, seed, shape, Feed.Random("x", shape, seed, low, high) with { Type = element }, opset, attributes);
        }
    }

    /// <summary>At values on both sides of kinks at 0, 2.5 and 3, none of them within reach of a step.</summary>
    internal static IEnumerable<RuleCase> Kinked(string type, bool doubles = true, int opset = 21, params (string Name, object Value)[] attributes)
    {
        int[][] shapes = [[0, 3], [1, 1], [4, 16], [64]];
        for (int seed = 0; seed < shapes.Length; seed++)
        {
            DataType element = doubles && seed % 2 == 0 ? DataType.Double : DataType.Float;
            yield return Case(type, seed, shapes[seed], Feed.Spread("x", shapes[seed], seed, 0.13) with { Type = element }, opset, attributes);
        }
    }

    private static RuleCase Case(string type, int seed, int[] shape, Feed feed, int opset, (string Name, object Value)[] attributes)
    {
        string settings = string.Join(", ", attributes.Select(attribute => FormattableString.Invariant($"{attribute.Name} {attribute.Value}, ")));
        return new(
            $"{settings}seed {seed}",
            new ModelBuilder(opset).Input("x", feed.Type, RandomShapes.Declared(seed, 0, shape)).Node(type, "x", "y", attributes).Untyped("y"),
            feed);
    }
}
