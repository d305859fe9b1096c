using Google.Protobuf;
using Paname.Attacks.Data;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Differentiation.Rules.Cases;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

public class IndexingRuleTests
{
    [Theory]
    [InlineData("mul")]
    [InlineData("max")]
    public void Other_reductions_are_refused(string reduction)
    {
        var error = Assert.Throws<PanameDataException>(() => Verify(new CaseSketch(
            "ScatterND",
            reduction,
            m => m.Node("ScatterND", "x i u", "y", ("reduction", reduction)),
            Feed.Random("x", [3], 1),
            Feed.Indices("i", [1, 1], 2),
            Feed.Random("u", [1], 2))));

        Assert.Contains($"not '{reduction}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interpolation_is_refused()
    {
        var error = Assert.Throws<PanameDataException>(() => Verify(new CaseSketch(
            "Resize",
            "linear",
            m => m.Weights("s", [4], 1, 1, 2, 2).Node("Resize", "x none s", "y", ("mode", "linear")).OmitInput("none"),
            Feed.Random("x", [1, 1, 2, 2], 1))));

        Assert.Contains("not 'linear'", error.Message, StringComparison.Ordinal);
    }

    /// <summary>ScatterND would lose sums here: its threads add to one row at once.</summary>
    [Fact]
    public void Repeated_rows_of_an_embedding_add_up_on_two_threads()
    {
        const int Tokens = 20_000;
        const int Width = 32;
        WorkingModel model = WorkingModel.Open(OnnxModelFile.FromMemory(
            new ModelBuilder(opset: 21).Input("w", DataType.Float, 4, Width).Input("i", DataType.Int64, Tokens).Input("dy", DataType.Float, Tokens, Width)
                .Node("Gather", "w i", "y").Untyped("y").Build(),
            "embedding.onnx"));
        string gradient = Differentiator.Differentiate(model, new Dictionary<string, string> { ["y"] = "dy" }, ["w"])["w"];
        model.Graph.Output.Clear();
        model.Graph.Output.Add(new ValueInfoProto { Name = gradient });

        (long[] shape, double[] values) = Assert.Single(RunOnce.Outputs(
            model.Proto.ToByteArray(),
            threads: 2,
            new Feed("w", [4, Width], new double[4 * Width]),
            Feed.Indices("i", [Tokens], [.. Enumerable.Range(0, Tokens).Select(token => token % 4L)]),
            new Feed("dy", [Tokens, Width], [.. Enumerable.Repeat(1.0, Tokens * Width)])));

        Assert.Equal([4, Width], shape);
        Assert.All(values, value => Assert.Equal(Tokens / 4, value));
    }

    private static void Verify(CaseSketch sketch) => GradientCheck.Verify(sketch.Case(dynamic: false).Model, sketch.Feeds);
}
