using Google.Protobuf;
using Paname.Attacks.Data;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

public class IndexingRuleTests
{
    /// <summary>At least one case for each operator of the family.</summary>
    internal static IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("Slice", "stored", m => m.Integers("s", 1, 0).Integers("e", 3, 2).Node("Slice", "x s e", "y"), Feed.Random("x", [4, 3], 1)),
        new("Slice", "negative start to the end", m => m.Integers("s", -2).Integers("e", long.MaxValue).Integers("a", -1).Node("Slice", "x s e a", "y"), Feed.Random("x", [2, 5], 1)),
        new("Slice", "ends beyond the axis", m => m.Integers("s", -9, 1).Integers("e", 9, int.MaxValue).Integers("a", 1, 0).Integers("t", 1, 1).Node("Slice", "x s e a t", "y"), Feed.Random("x", [3, 4], 1)),
        new("Slice", "without the last", m => m.Integers("s", 0).Integers("e", -1).Integers("a", 1).Node("Slice", "x s e a", "y"), Feed.Random("x", [2, 4], 1)),
        new("Slice", "nothing", m => m.Integers("s", 3).Integers("e", 1).Integers("a", 1).Node("Slice", "x s e a", "y"), Feed.Random("x", [2, 4], 1)),
        new("Slice", "no record", m => m.Integers("s", 1).Integers("e", 3).Integers("a", 1).Node("Slice", "x s e a", "y"), Feed.Random("x", [0, 4], 1)),
        new("Slice", "steps", m => m.Integers("s", 1, 0).Integers("e", 6, 3).Integers("a", 1, 0).Integers("t", 2, 2).Node("Slice", "x s e a t", "y"), Feed.Random("x", [3, 6], 1)),
        new("Slice", "backwards", m => m.Integers("s", -1).Integers("e", long.MinValue).Integers("a", 1).Integers("t", -1).Node("Slice", "x s e a t", "y"), Feed.Random("x", [2, 4], 1)),
        new("Slice", "computed bounds", m => m.Integers("a", 1).Node("Slice", "x s e a", "y"), Feed.Random("x", [2, 5], 1), Feed.Indices("s", [1], -4), Feed.Indices("e", [1], -1)),
        new("Slice", "computed bounds and axes", m => m.Node("Slice", "x s e a", "y"), Feed.Random("x", [3, 5], 1), Feed.Indices("s", [2], 1, -9), Feed.Indices("e", [2], 99, 2), Feed.Indices("a", [2], -1, 0)),
        new("Slice", "computed steps", m => m.Integers("a", 1).Node("Slice", "x s e a t", "y"), Feed.Random("x", [2, 5], 1), Feed.Indices("s", [1], 4), Feed.Indices("e", [1], 0), Feed.Indices("t", [1], -2)),
        new("Slice", "narrow integers", m => m.Node("Slice", "x s e a", "y"), Feed.Random("x", [2, 5], 1), Narrow(Feed.Indices("s", [1], 1)), Narrow(Feed.Indices("e", [1], -1)), Narrow(Feed.Indices("a", [1], 1))),
        new("Gather", "embedding", m => m.Node("Gather", "w i", "y"), Feed.Random("w", [6, 4], 1), Feed.Indices("i", [2, 3], 0, 5, 2, 2, -1, 0)),
        new("Gather", "last axis", m => m.Node("Gather", "x i", "y", ("axis", -1)), Feed.Random("x", [2, 3, 4], 1), Feed.Indices("i", [3], 3, 0, -4)),
        new("Gather", "middle axis, indices of two axes", m => m.Node("Gather", "x i", "y", ("axis", 1)), Feed.Random("x", [2, 3, 2], 1), Feed.Indices("i", [2, 2], 2, 2, -3, 1)),
        new("Gather", "one stored index", m => m.Number("i", 0).Node("Gather", "x i", "y", ("axis", 1)), Feed.Random("x", [2, 3, 2], 1)),
        new("Gather", "one stored index from the back", m => m.Number("i", -2).Node("Gather", "x i", "y", ("axis", 1)), Feed.Random("x", [2, 3, 2], 1)),
        new("Gather", "a stored vector of one index", m => m.Integers("i", 1).Node("Gather", "x i", "y", ("axis", 1)), Feed.Random("x", [2, 3, 2], 1)),
        new("Gather", "one computed index", m => m.Node("Gather", "x i", "y", ("axis", 1)), Feed.Random("x", [2, 3], 1), Feed.Indices("i", [], -1)),
        new("Gather", "narrow integers", m => m.Node("Gather", "x i", "y"), Feed.Random("x", [3, 2], 1), Narrow(Feed.Indices("i", [3], -1, 0, 2))),
        new("Gather", "no index", m => m.Node("Gather", "x i", "y"), Feed.Random("x", [3, 2], 1), Feed.Indices("i", [0])),
        new("Gather", "rows of no size", m => m.Node("Gather", "x i", "y", ("axis", 1)), Feed.Random("x", [0, 3, 2], 1), Feed.Indices("i", [2], 1, 1)),
        new("GatherElements", "repeated and negative indices", m => m.Node("GatherElements", "x i", "y", ("axis", 1)), Feed.Random("x", [2, 3], 1), Feed.Indices("i", [2, 4], 0, 0, -1, 1, 2, 2, 2, -3)),
        new("GatherElements", "fewer rows than the data", m => m.Node("GatherElements", "x i", "y", ("axis", -1)), Feed.Random("x", [3, 3], 1), Feed.Indices("i", [2, 1], 1, 2)),
        new("GatherND", "whole indices", m => m.Node("GatherND", "x i", "y"), Feed.Random("x", [2, 3], 1), Feed.Indices("i", [3, 2], 0, 1, 1, -1, 0, 1)),
        new("GatherND", "rows", m => m.Node("GatherND", "x i", "y"), Feed.Random("x", [3, 2], 1), Feed.Indices("i", [2, 2, 1], 0, 2, 2, -3)),
        new("GatherND", "batches", m => m.Node("GatherND", "x i", "y", ("batch_dims", 1)), Feed.Random("x", [2, 3, 2], 1), Feed.Indices("i", [2, 1], 2, 0)),
        new("Compress", "axis", m => m.Node("Compress", "x c", "y", ("axis", 1)), Feed.Random("x", [2, 3], 1), Flags("c", 1, 0, 1)),
        new("Compress", "all elements", m => m.Node("Compress", "x c", "y"), Feed.Random("x", [2, 3], 1), Flags("c", 0, 1, 1, 0, 1)),
        new("ScatterElements", "put", m => m.Node("ScatterElements", "x i u", "y", ("axis", 1)), Feed.Random("x", [2, 4], 1), Feed.Indices("i", [2, 2], 0, -1, 2, 1), Feed.Random("u", [2, 2], 2)),
        new("ScatterElements", "add", m => m.Node("ScatterElements", "x i u", "y", ("reduction", "add")), Feed.Random("x", [3, 2], 1), Feed.Indices("i", [2, 2], 0, 1, 0, -1), Feed.Random("u", [2, 2], 2)),
        new("ScatterND", "put", m => m.Node("ScatterND", "x i u", "y"), Feed.Random("x", [3, 2], 1), Feed.Indices("i", [2, 1], 2, -3), Feed.Random("u", [2, 2], 2)),
        new("ScatterND", "add", m => m.Node("ScatterND", "x i u", "y", ("reduction", "add")), Feed.Random("x", [3, 2], 1), Feed.Indices("i", [3, 2], 2, 1, 0, 0, 2, 1), Feed.Random("u", [3], 2)),
        new("Trilu", "upper", m => m.Node("Trilu", "x", "y"), Feed.Random("x", [2, 3, 4], 1)),
        new("Trilu", "lower with a shift", m => m.Number("k", -1).Node("Trilu", "x k", "y", ("upper", 0)), Feed.Random("x", [3, 4], 1)),
        new("ReverseSequence", "batch first", m => m.Node("ReverseSequence", "x n", "y", ("batch_axis", 0), ("time_axis", 1)), Feed.Random("x", [2, 4, 2], 1), Feed.Indices("n", [2], 3, 1)),
        new("TopK", "values", m => m.Integers("k", 2).Node("TopK", "x k", "y i"), Feed.Spread("x", [3, 4], 1)),
        new("TopK", "smallest along the first axis", m => m.Integers("k", 3).Node("TopK", "x k", "y i", ("axis", 0), ("largest", 0)), Feed.Spread("x", [4, 2], 1)),
        new("Resize", "nearest, larger and smaller", m => m.Weights("s", [4], 1, 1, 2, 0.5f).Node("Resize", "x none s", "y").OmitInput("none"), Feed.Random("x", [1, 2, 3, 4], 1)),
        new("Resize", "nearest, to given sizes", m => m.Integers("n", 1, 2, 5, 3).Node("Resize", "x none none n", "y", ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")).OmitInput("none"), Feed.Random("x", [1, 2, 3, 4], 1)),
    ];

    public static TheoryData<string, bool> Titles() => RuleCases.Titles(Cases);

    [Theory]
    [MemberData(nameof(Titles))]
    public void Rule_agrees_with_differences(string title, bool dynamic) => Cases.Single(item => item.Title == title).Verify(dynamic);

    [Theory]
    [InlineData("mul")]
    [InlineData("max")]
    public void Other_reductions_are_refused(string reduction)
    {
        var error = Assert.Throws<PanameDataException>(() => new RuleCase(
            "ScatterND",
            reduction,
            m => m.Node("ScatterND", "x i u", "y", ("reduction", reduction)),
            Feed.Random("x", [3], 1),
            Feed.Indices("i", [1, 1], 2),
            Feed.Random("u", [1], 2)).Verify(dynamic: false));

        Assert.Contains($"not '{reduction}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interpolation_is_refused()
    {
        var error = Assert.Throws<PanameDataException>(() => new RuleCase(
            "Resize",
            "linear",
            m => m.Weights("s", [4], 1, 1, 2, 2).Node("Resize", "x none s", "y", ("mode", "linear")).OmitInput("none"),
            Feed.Random("x", [1, 1, 2, 2], 1)).Verify(dynamic: false));

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

    private static Feed Narrow(Feed feed) => feed with { Type = DataType.Int32 };

    private static Feed Flags(string name, params long[] values) => Feed.Indices(name, [values.Length], values) with { Type = DataType.Bool };
}
