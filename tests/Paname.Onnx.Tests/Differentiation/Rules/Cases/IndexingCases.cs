using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>The cases of the rules in the folder Indexing, by operator.</summary>
internal static class IndexingCases
{
    internal static IReadOnlyDictionary<string, IEnumerable<RuleCase>> All { get; } = CaseSketch.ByOperator(
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
    ]);

    private static Feed Narrow(Feed feed) => feed with { Type = DataType.Int32 };

    private static Feed Flags(string name, params long[] values) => Feed.Indices(name, [values.Length], values) with { Type = DataType.Bool };
}
