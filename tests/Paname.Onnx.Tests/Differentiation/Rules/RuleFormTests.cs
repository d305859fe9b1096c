using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation.Rules;

/// <summary>What finite differences do not show: which nodes a derivative is made of, and that it shares what the forward pass drew.</summary>
public class RuleFormTests
{
    [Fact]
    public void Gradient_of_a_weight_under_a_batch_of_sequences_is_one_product_over_all_rows()
    {
        ModelBuilder model = new ModelBuilder(21).Input("x", DataType.Float, -1, 7, 3).Weights("w", [3, 4], new float[12]).Node("MatMul", "x w", "y").Untyped("y");
        (WorkingModel working, _) = Differentiate(model, "w");
        Assert.Equal(["MatMul", "Shape", "Expand", "Flatten", "Flatten", "Gemm"], working.Graph.Node.Select(node => node.OpType));
    }

    [Fact]
    public void Relu_takes_three_nodes()
    {
        (WorkingModel working, _) = Differentiate(new ModelBuilder(21).Input("x", DataType.Float, 2, 3).Node("Relu", "x", "y").Untyped("y"), "x");
        Assert.Equal(["Relu", "Shape", "Expand", "Cast", "Cast", "Mul"], working.Graph.Node.Select(node => node.OpType));
    }

    [Theory]
    [InlineData(16, "Conv")]
    [InlineData(8, "ConvTranspose")]
    public void Stored_kernel_of_whole_blocks_of_channels_is_turned_round(int channels, string form)
    {
        ModelBuilder model = new ModelBuilder(21).Input("x", DataType.Float, -1, channels, 5, 5).Weights("w", [16, channels, 3, 3], new float[16 * channels * 9]).Node("Conv", "x w", "y").Untyped("y");
        (WorkingModel working, _) = Differentiate(model, "x");
        Assert.Equal(["Conv", "Shape", "Expand", form], working.Graph.Node.Select(node => node.OpType));
    }

    [Fact]
    public void Mean_over_known_axes_divides_by_a_constant_though_the_batch_is_dynamic()
    {
        ModelBuilder model = new ModelBuilder(21).Input("x", DataType.Float, -1, 7, 3).Integers("axes", -1).Node("ReduceMean", "x axes", "y").Untyped("y");
        (WorkingModel working, _) = Differentiate(model, "x");
        Assert.DoesNotContain(working.Graph.Node, node => node.OpType == "Size");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Dropout_in_training_passes_what_the_forward_pass_kept(bool computedFlag, bool computedRatio)
    {
        ModelBuilder model = new ModelBuilder(21).Input("x", DataType.Float, 400).Node("Dropout", "x ratio training", "y", ("seed", 7)).Untyped("y");
        List<Feed> feeds = [Feed.Random("x", [400], 3, 1, 2)];
        if (computedFlag)
        {
            model.Input("training", DataType.Bool);
            feeds.Add(new Feed("training", [], [1]) { Type = DataType.Bool });
        }
        else
        {
            model.Stored("training", true);
        }

        if (computedRatio)
        {
            model.Input("ratio", DataType.Float);
            feeds.Add(new Feed("ratio", [], [0.25]));
        }
        else
        {
            model.Weights("ratio", [], 0.25f);
        }

        (WorkingModel working, string gradient) = Differentiate(model, "x");
        using var run = new WorkingRun(working, "y", gradient);
        Dictionary<string, double[]> values = run.Run([.. feeds]);
        Assert.InRange(values["y"].Count(value => value == 0), 60, 140);
        Assert.All(values["y"].Zip(values[gradient], feeds[0].Values), at => Assert.Equal(at.First / at.Third, at.Second, 1e-6));
    }

    private static (WorkingModel Model, string Gradient) Differentiate(ModelBuilder model, string value)
    {
        WorkingModel working = WorkingModel.Open(OnnxModelFile.FromMemory(model.Build(), "form.onnx"));
        string seed = working.Editor.ExpandLike(working.Editor.Scalar(DataType.Float, 1), "y");
        return (working, Differentiator.Differentiate(working, new Dictionary<string, string> { ["y"] = seed }, [value])[value]);
    }
}
