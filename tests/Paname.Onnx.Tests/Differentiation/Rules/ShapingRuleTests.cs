namespace Paname.Onnx.Tests.Differentiation.Rules;

public class ShapingRuleTests
{
    /// <summary>At least one case for each operator of the family.</summary>
    internal static IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("Flatten", "default axis", m => m.Node("Flatten", "x", "y"), Feed.Random("x", [2, 3, 4], 1)),
        new("Flatten", "negative axis", m => m.Node("Flatten", "x", "y", ("axis", -1)), Feed.Random("x", [2, 3, 4], 1)),
        new("Flatten", "no record", m => m.Node("Flatten", "x", "y"), Feed.Random("x", [0, 3, 4], 1)),
        new("Reshape", "rest and kept axis", m => m.Integers("s", 0, -1).Node("Reshape", "x s", "y"), Feed.Random("x", [2, 3, 4], 1)),
        new("Reshape", "all axes given", m => m.Integers("s", 4, 6).Node("Reshape", "x s", "y"), Feed.Random("x", [2, 3, 4], 1)),
        new("Reshape", "zero-size axis", m => m.Integers("s", 3, 0).Node("Reshape", "x s", "y", ("allowzero", 1)), Feed.Random("x", [0, 3], 1)),
        new("Reshape", "computed shape", m => m.Node("Reshape", "x s", "y"), Feed.Random("x", [2, 6], 1), Feed.Indices("s", [3], 3, -1, 2)),
        new("Transpose", "default order", m => m.Node("Transpose", "x", "y"), Feed.Random("x", [2, 3, 4], 1)),
        new("Transpose", "order that is not its own inverse", m => m.Node("Transpose", "x", "y", ("perm", new long[] { 2, 0, 1 })), Feed.Random("x", [2, 3, 4], 1)),
        new("Transpose", "no axes", m => m.Node("Transpose", "x", "y"), Feed.Random("x", [], 1)),
        new("Squeeze", "given axes", m => m.Integers("a", 0, -1).Node("Squeeze", "x a", "y"), Feed.Random("x", [1, 3, 1], 1)),
        new("Squeeze", "all axes of size one", m => m.Node("Squeeze", "x", "y"), Feed.Random("x", [1, 3, 1], 1)),
        new("Unsqueeze", "negative axis", m => m.Integers("a", 0, -1).Node("Unsqueeze", "x a", "y"), Feed.Random("x", [2, 3], 1)),
        new("Unsqueeze", "no record", m => m.Integers("a", 1).Node("Unsqueeze", "x a", "y"), Feed.Random("x", [0, 3], 1)),
        new("Expand", "new and spread axes", m => m.Integers("s", 2, 3, 4).Node("Expand", "x s", "y"), Feed.Random("x", [3, 1], 1)),
        new("Expand", "shape smaller than the input", m => m.Integers("s", 1).Node("Expand", "x s", "y"), Feed.Random("x", [3, 2], 1)),
        new("Expand", "to nothing", m => m.Integers("s", 0, 3).Node("Expand", "x s", "y"), Feed.Random("x", [1, 3], 1)),
        new("Expand", "computed shape", m => m.Node("Expand", "x s", "y"), Feed.Random("x", [1, 3], 1), Feed.Indices("s", [3], 2, 4, 3)),
        new("Concat", "negative axis", m => m.Node("Concat", "a b", "y", ("axis", -1)), Feed.Random("a", [2, 3], 1), Feed.Random("b", [2, 1], 2)),
        new("Concat", "empty part", m => m.Node("Concat", "a b", "y", ("axis", 0)), Feed.Random("a", [0, 3], 1), Feed.Random("b", [2, 3], 2)),
        new("Concat", "one value twice", m => m.Node("Concat", "a b a", "y", ("axis", 1)), Feed.Random("a", [2, 3], 1), Feed.Random("b", [2, 1], 2)),
        new("Concat", "part without gradient", m => m.Weights("c", [2, 2], 1, 2, 3, 4).Node("Concat", "c a", "y", ("axis", 1)), Feed.Random("a", [2, 3], 1)),
        new("Concat", "single part", m => m.Node("Concat", "a", "y", ("axis", 0)), Feed.Random("a", [2, 3], 1)),
        new("Split", "equal parts", m => m.Node("Split", "x", "p q r", ("axis", -1), ("num_outputs", 3)).Node("Concat", "r p", "rp", ("axis", 1)).Node("Concat", "q rp", "y", ("axis", 1)), Feed.Random("x", [2, 6], 1)),
        new("Split", "last part smaller", m => m.Node("Split", "x", "p q", ("axis", 1), ("num_outputs", 2)).Node("Concat", "q p", "y", ("axis", 1)), Feed.Random("x", [2, 5], 1)),
        new("Split", "given sizes", m => m.Integers("s", 2, 0, 1).Node("Split", "x s", "p q r").Node("Concat", "r q p", "y", ("axis", 0)), Feed.Random("x", [3, 2], 1)),
        new("Split", "part without gradient", m => m.Integers("s", 2, 4).Node("Split", "x s", "p y", ("axis", 1)), Feed.Random("x", [2, 6], 1)),
        new("Tile", "stored repeats", m => m.Integers("r", 2, 1, 3).Node("Tile", "x r", "y"), Feed.Random("x", [2, 3, 1], 1)),
        new("Tile", "computed repeats", m => m.Node("Tile", "x r", "y"), Feed.Random("x", [2, 3], 1), Feed.Indices("r", [2], 2, 2)),
        new("Tile", "no copy", m => m.Integers("r", 0, 2).Node("Tile", "x r", "y"), Feed.Random("x", [2, 3], 1)),
        new("Tile", "no record", m => m.Integers("r", 2, 2).Node("Tile", "x r", "y"), Feed.Random("x", [0, 3], 1)),
        new("Pad", "constant", m => m.Integers("p", 1, 0, 2, 3).Node("Pad", "x p", "y"), Feed.Random("x", [2, 3], 1)),
        new("Pad", "negative pads", m => m.Integers("p", -1, 2, 1, -1).Node("Pad", "x p", "y"), Feed.Random("x", [3, 4], 1)),
        new("Pad", "value that is differentiated", m => m.Integers("p", 0, 2, 1, -1).Node("Pad", "x p v", "y"), Feed.Random("x", [3, 4], 1), Feed.Random("v", [], 2)),
        new("Pad", "given axes", m => m.Integers("p", 1, 2).Integers("a", -1).Weights("v", [], 7).Node("Pad", "x p v a", "y"), Feed.Random("x", [2, 3], 1)),
        new("Pad", "computed pads", m => m.Node("Pad", "x p", "y"), Feed.Random("x", [2, 3], 1), Feed.Indices("p", [4], 0, 1, 1, -1)),
        new("Pad", "no record", m => m.Integers("p", 0, 1, 0, 1).Node("Pad", "x p", "y"), Feed.Random("x", [0, 3], 1)),
        new("Pad", "reflect", m => m.Integers("p", 0, 2, 0, 1).Node("Pad", "x p", "y", ("mode", "reflect")), Feed.Random("x", [2, 4], 1)),
        new("Pad", "edge", m => m.Integers("p", 1, 2, 0, 1).Node("Pad", "x p", "y", ("mode", "edge")), Feed.Random("x", [2, 4], 1)),
        new("Pad", "wrap", m => m.Integers("p", 0, 2, 0, 1).Node("Pad", "x p", "y", ("mode", "wrap")), Feed.Random("x", [2, 4], 1)),
        new("DepthToSpace", "depth first", m => m.Node("DepthToSpace", "x", "y", ("blocksize", 2)), Feed.Random("x", [2, 8, 2, 3], 1)),
        new("DepthToSpace", "column first", m => m.Node("DepthToSpace", "x", "y", ("blocksize", 2), ("mode", "CRD")), Feed.Random("x", [2, 8, 2, 3], 1)),
        new("SpaceToDepth", "blocks of 2", m => m.Node("SpaceToDepth", "x", "y", ("blocksize", 2)), Feed.Random("x", [2, 3, 4, 2], 1)),
    ];

    public static TheoryData<string, bool> Titles() => RuleCases.Titles(Cases);

    [Theory]
    [MemberData(nameof(Titles))]
    public void Rule_agrees_with_differences(string title, bool dynamic) => Cases.Single(item => item.Title == title).Verify(dynamic);
}
