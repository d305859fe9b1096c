using Google.Protobuf;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Graphs.Upgrading;
using Paname.Onnx.Tests.Differentiation;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Graphs.Upgrading;

public class OpsetUpgradeTests
{
    private static readonly int[] Versions = [9, 10, 11, 12, 13, 14, 15, 17, 18, 20];

    /// <summary>By operator, how it is written in the operator sets before its present form.</summary>
    private static readonly UpgradeCase[] Cases =
    [
        new("TopK", 9, 9, m => m.Node("TopK", "x", "y i", ("k", 2)), Feed.Spread("x", [3, 4], 1)),
        new("TopK", 10, 20, m => m.Integers("k", 2).Node("TopK", "x k", "y i"), Feed.Spread("x", [3, 4], 1)),
        new("Slice", 9, 9, m => m.Node("Slice", "x", "y", ("starts", Longs(1, -3)), ("ends", Longs(9, -1)), ("axes", Longs(0, 1))), Feed.Random("x", [3, 4], 1)),
        new("Slice", 9, 9, m => m.Node("Slice", "x", "y", ("starts", Longs(1)), ("ends", Longs(2))), Feed.Random("x", [3, 4], 1)),
        new("Clip", 9, 10, m => m.Node("Clip", "x", "y", ("min", -0.5f), ("max", 1f)), Feed.Random("x", [3, 4], 1)),
        new("Clip", 9, 10, m => m.Node("Clip", "x", "y", ("max", 0.5f)), Feed.Random("x", [3, 4], 1)),
        new("Clip", 9, 10, m => m.Node("Clip", "x", "y"), Feed.Random("x", [3, 4], 1)),
        new("Pad", 9, 10, m => m.Node("Pad", "x", "y", ("pads", Longs(0, 1, 2, -1)), ("value", 7f)), Feed.Random("x", [3, 4], 1)),
        new("Pad", 9, 10, m => m.Node("Pad", "x", "y", ("pads", Longs(0, 1, 0, 2)), ("mode", "reflect")), Feed.Random("x", [3, 4], 1)),
        new("Dropout", 9, 11, m => m.Node("Dropout", "x", "y", ("ratio", 0.3f)), Feed.Random("x", [3, 4], 1)),
        new("Dropout", 9, 11, m => m.Node("Dropout", "x", "y"), Feed.Random("x", [3, 4], 1)),
        new("Squeeze", 9, 12, m => m.Node("Squeeze", "x", "y", ("axes", Longs(0, 2))), Feed.Random("x", [1, 4, 1], 1)),
        new("Squeeze", 9, 12, m => m.Node("Squeeze", "x", "y"), Feed.Random("x", [1, 4, 1], 1)),
        new("Unsqueeze", 9, 12, m => m.Node("Unsqueeze", "x", "y", ("axes", Longs(0, 2))), Feed.Random("x", [3, 4], 1)),
        new("Split", 9, 12, m => m.Node("Split", "x", "y z", ("axis", 1)), Feed.Random("x", [3, 4], 1)),
        new("Split", 9, 12, m => m.Node("Split", "x", "y z", ("axis", 1), ("split", Longs(1, 3))), Feed.Random("x", [3, 4], 1)),
        new("Split", 13, 17, m => m.Node("Split", "x", "y z", ("axis", 1)), Feed.Random("x", [3, 4], 1)),
        new("Split", 13, 20, m => m.Integers("s", 3, 1).Node("Split", "x s", "y z", ("axis", 1)), Feed.Random("x", [3, 4], 1)),
        new("ReduceSum", 9, 12, m => m.Node("ReduceSum", "x", "y", ("axes", Longs(1)), ("keepdims", 0)), Feed.Random("x", [3, 4], 1)),
        new("ReduceSum", 9, 12, m => m.Node("ReduceSum", "x", "y"), Feed.Random("x", [3, 4], 1)),
        .. new[] { "L1", "L2", "LogSum", "LogSumExp", "Max", "Mean", "Min", "Prod", "SumSquare" }.SelectMany(kind => new UpgradeCase[]
        {
            new($"Reduce{kind}", 9, 17, m => m.Node($"Reduce{kind}", "x", "y", ("axes", Longs(0, 2))), Feed.Random("x", [2, 3, 4], 1, 0.5, 2)),
            new($"Reduce{kind}", 9, 17, m => m.Node($"Reduce{kind}", "x", "y", ("keepdims", 0)), Feed.Random("x", [2, 3], 1, 0.5, 2)),
        }),
        .. new[] { "Softmax", "LogSoftmax", "Hardmax" }.SelectMany(name => new UpgradeCase[]
        {
            new(name, 9, 12, m => m.Node(name, "x", "y"), Feed.Random("x", [2, 3, 4], 1)),
            new(name, 9, 12, m => m.Node(name, "x", "y"), Feed.Random("x", [3, 4], 1)),
            new(name, 9, 12, m => m.Node(name, "x", "y", ("axis", 0)), Feed.Random("x", [3, 4], 1)),
            new(name, 9, 12, m => m.Node(name, "x", "y", ("axis", 2)), Feed.Random("x", [2, 3, 4], 1)),
            new(name, 11, 12, m => m.Node(name, "x", "y", ("axis", -2)), Feed.Random("x", [2, 3, 4], 1)),
            new(name, 11, 12, m => m.Node(name, "x", "y", ("axis", -1)), Feed.Random("x", [2, 3, 4], 1)),
            new(name, 13, 20, m => m.Node(name, "x", "y"), Feed.Random("x", [2, 3, 4], 1)),
            new(name, 13, 20, m => m.Node(name, "x", "y", ("axis", 1)), Feed.Random("x", [2, 3, 4], 1)),
        }),
        new("Scatter", 9, 10, m => m.Node("Scatter", "x i u", "y", ("axis", 1)), Feed.Random("x", [2, 3], 1), Feed.Indices("i", [2, 1], 2, 0), Feed.Random("u", [2, 1], 2)),
        new("Upsample", 9, 9, m => m.Weights("s", [4], 1, 1, 2, 3).Node("Upsample", "x s", "y"), Feed.Random("x", [1, 2, 2, 3], 1)),
        new("Upsample", 9, 9, m => m.Weights("s", [4], 1, 1, 2, 3).Node("Upsample", "x s", "y", ("mode", "linear")), Feed.Random("x", [1, 2, 2, 3], 1)),
        new("Resize", 10, 10, m => m.Weights("s", [4], 1, 1, 2, 1.5f).Node("Resize", "x s", "y", ("mode", "linear")), Feed.Random("x", [1, 2, 2, 4], 1)),
        new("Resize", 10, 10, m => m.Weights("s", [4], 1, 1, 1.6f, 2.5f).Node("Resize", "x s", "y"), Feed.Random("x", [1, 2, 5, 4], 1)),
        new("Resize", 10, 10, m => m.Weights("s", [4], 1, 1, 0.6f, 0.5f).Node("Resize", "x s", "y"), Feed.Random("x", [1, 2, 5, 7], 1)),
        new("Resize", 11, 20, m => m.Weights("r", [0]).Weights("s", [0]).Integers("n", 1, 2, 4, 5).Node("Resize", "x r s n", "y", ("mode", "linear"), ("coordinate_transformation_mode", "align_corners")), Feed.Random("x", [1, 2, 2, 4], 1)),
        new("Resize", 11, 20, m => m.Weights("r", [0]).Weights("s", [4], 1, 1, 2, 2).Node("Resize", "x r s", "y"), Feed.Random("x", [1, 2, 2, 4], 1)),
        new("BatchNormalization", 9, 20, m => m.Weights("g", [2], 1, 2).Weights("b", [2], 3, 4).Weights("mean", [2], 0, 1).Weights("var", [2], 1, 2).Node("BatchNormalization", "x g b mean var", "y", ("epsilon", 0.01f)), Feed.Random("x", [3, 2, 4], 1)),
        new("RoiAlign", 10, 20, m => m.Node("RoiAlign", "x r i", "y", ("output_height", 2), ("output_width", 2), ("sampling_ratio", 2)), Feed.Random("x", [1, 1, 5, 5], 1), new Feed("r", [1, 4], [0.3, 0.4, 3.2, 4.1]), Feed.Indices("i", [1], 0)),
        new("GridSample", 17, 20, m => m.Node("GridSample", "x g", "y"), Feed.Random("x", [1, 1, 4, 4], 1), Feed.Random("g", [1, 2, 3, 2], 2, -1, 1)),
        new("GridSample", 17, 18, m => m.Node("GridSample", "x g", "y", ("mode", "bicubic")), Feed.Random("x", [1, 1, 4, 4], 1), Feed.Random("g", [1, 2, 3, 2], 2, -1, 1)),
        new("DFT", 17, 18, m => m.Node("DFT", "x", "y"), Feed.Random("x", [1, 4, 2, 1], 1)),
        new("GroupNormalization", 18, 20, m => m.Weights("g", [2], 1, 2).Weights("b", [2], 3, 4).Node("GroupNormalization", "x g b", "y", ("num_groups", 2)), Feed.Random("x", [2, 4, 3], 1)),
        new("If", 9, 12, m => m.Node("If", "c", "y", ("then_branch", Branch(0)), ("else_branch", Branch(1))), Feed.Random("x", [1, 3, 2], 1), Feed.Indices("c", [], 1) with { Type = DataType.Bool }),
    ];

    public static TheoryData<int, int, string> Written()
    {
        var written = new TheoryData<int, int, string>();
        for (int index = 0; index < Cases.Length; index++)
        {
            foreach (int version in Versions.Where(version => version >= Cases[index].From && version <= Cases[index].To))
            {
                written.Add(index, version, Cases[index].Operator);
            }
        }

        return written;
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Upgraded_model_computes_the_same(int index, int version, string operatorName)
    {
        ModelBuilder model = Cases[index].Model(version);
        byte[] before = model.Build();

        WorkingModel opened = WorkingModel.Open(OnnxModelFile.FromMemory(before, "old.onnx"));

        Assert.Equal(operatorName, Cases[index].Operator);
        Assert.Equal(OpsetUpgrade.WorkingOpset, opened.Proto.OpsetImport.Single(import => import.Domain.Length == 0).Version);
        foreach (((long[] shape, double[] values) expected, (long[] shape, double[] values) actual) in GraphRun.Once(before, Cases[index].Feeds).Zip(GraphRun.Once(opened.Proto.ToByteArray(), Cases[index].Feeds)))
        {
            Assert.Equal(expected.shape, actual.shape);
            Assert.All(expected.values.Zip(actual.values), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void Every_changed_operator_has_a_case()
        => Assert.Empty(OpsetUpgrade.Operators.Except(Cases.Select(item => item.Operator)));

    [Fact]
    public void Softmax_over_the_last_axis_stays_one_node()
    {
        byte[] old = new ModelBuilder(opset: 11).Input("x", DataType.Float, -1, 4).Node("Softmax", "x", "y").Untyped("y").Build();

        WorkingModel opened = WorkingModel.Open(OnnxModelFile.FromMemory(old, "old.onnx"));

        NodeProto node = Assert.Single(opened.Graph.Node);
        Assert.Equal(-1, node.Integer("axis", 1));
    }

    [Fact]
    public void Operators_of_other_domains_are_left_alone()
    {
        byte[] old = new ModelBuilder(opset: 9).Input("x", DataType.Float, 2, 2)
            .Node("ai.onnx.ml::Normalizer", "x", "y", ("norm", "L2")).Untyped("y").Build();

        WorkingModel opened = WorkingModel.Open(OnnxModelFile.FromMemory(old, "old.onnx"));

        Assert.Equal(ModelProto.Parser.ParseFrom(old).Graph.Node, opened.Graph.Node);
    }

    [Fact]
    public void Old_training_form_is_refused()
    {
        ModelBuilder old = new ModelBuilder(opset: 9).Input("x", DataType.Float, 3, 2)
            .Weights("g", [2], 1, 2).Weights("b", [2], 3, 4).Weights("mean", [2], 0, 1).Weights("var", [2], 1, 2)
            .Node("BatchNormalization", "x g b mean var", "y mean1 var1 m v").Untyped("y");

        var error = Assert.Throws<PanameDataException>(() => WorkingModel.Open(OnnxModelFile.FromMemory(old.Build(), "old.onnx")));

        Assert.Equal(
            "old.onnx: BatchNormalization (node 'BatchNormalization_node') is in training form, which operator sets before 14 write in a way that is not read here. Export the model in evaluation mode, or for operator set 14 or newer.",
            error.Message);
    }

    [Fact]
    public void Old_rounding_that_has_no_new_form_is_refused()
    {
        ModelBuilder old = new ModelBuilder(opset: 10).Input("x", DataType.Float, 1, 1, 5, 5)
            .Weights("s", [4], 1, 1, 0.6f, 2).Node("Resize", "x s", "y").Untyped("y");

        var error = Assert.Throws<PanameDataException>(() => WorkingModel.Open(OnnxModelFile.FromMemory(old.Build(), "old.onnx")));

        Assert.Contains("both above and below 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_a_body_are_not_taken_outside()
    {
        byte[] old = new ModelBuilder(opset: 11).Input("x", DataType.Float, 1, 3, 2).Input("c", DataType.Bool)
            .Node("If", "c", "z", ("then_branch", Branch(0)), ("else_branch", Branch(1)))
            .Node("Unsqueeze", "z", "y", ("axes", Longs(0)))
            .Untyped("y").Build();

        WorkingModel opened = WorkingModel.Open(OnnxModelFile.FromMemory(old, "old.onnx"));

        IEnumerable<string> stored = opened.Graph.Node.SelectMany(node => node.Bodies).Append(opened.Graph).SelectMany(graph => graph.Initializer).Select(tensor => tensor.Name);
        Assert.Equal(3, stored.Count());
        Assert.Equal(3, stored.Distinct().Count());
    }

    /// <summary>A branch that squeezes or sums the value of the graph around it.</summary>
    private static GraphProto Branch(int which)
    {
        var branch = new ModelBuilder();
        branch.Graph.Name = $"branch{which}";
        if (which == 0)
        {
            branch.Node("Squeeze", "x", "then", ("axes", Longs(0)));
        }
        else
        {
            branch.Node("ReduceSum", "x", "else", ("axes", Longs(0)), ("keepdims", 0));
        }

        return branch.Output(which == 0 ? "then" : "else", DataType.Float, 3, 2).Graph;
    }

    private static long[] Longs(params long[] values) => values;
}
