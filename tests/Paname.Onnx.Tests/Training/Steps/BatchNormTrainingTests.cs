using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Runtime;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training.Steps;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;
using Element = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;

namespace Paname.Onnx.Tests.Training.Steps;

public class BatchNormTrainingTests
{
    private static readonly double[] Batch = [1, 2, 4, 0, -1, 3, 5, 7, 2, 2, 2, -4];

    // Below: torch.nn.BatchNorm1d(2, eps=0.5, momentum=0.25) of PyTorch 1.13 in training mode, objective sum of y times (-4, -3, ..., 7).
    [Fact]
    public void Results_and_running_statistics_are_those_of_PyTorch()
    {
        WorkingModel model = Open();
        IReadOnlyList<(string Statistic, string Updated)> pairs = BatchNormTraining.Apply(model);

        Assert.Equal(["mean", "variance"], pairs.Select(pair => pair.Statistic));
        double[][] results = Run(model, "y", pairs[0].Updated, pairs[1].Updated);
        Close([-1.47061801, -0.78237081, 0.5941236, 1.06772852, 1.2709142, 0.45817161, 1.28237081, 2.65886521, -0.78237081, 0.66135728, 0.66135728, 1.88047099], results[0]);
        Close([1.25, -0.66666669], results[1]);
        Close([2.7750001, 1.85416675], results[2]);
    }

    [Fact]
    public void Gradients_are_those_of_PyTorch()
    {
        WorkingModel model = Open();
        BatchNormTraining.Apply(model);
        string seed = model.Editor.Store(Tensors.Floats("seed", [2, 2, 3], [.. Enumerable.Range(-4, 12).Select(i => (float)i)]));
        IReadOnlyDictionary<string, string> gradients = Differentiator.Differentiate(model, new Dictionary<string, string> { ["y"] = seed }, ["x", "scale", "shift"]);

        double[][] results = Run(model, gradients["x"], gradients["scale"], gradients["shift"]);
        Close(
            [-1.48516512, -1.30404735, -1.630059, 0.82951921, 0.67666411, 0.27215686, 0.61580014, 0.28978831, 3.51368308, -0.49025527, -0.69344091, -0.59464413],
            results[0]);
        Close([9.63546085, -3.6573422], results[1]);
        Close([0, 18], results[2]);
    }

    [Fact]
    public void One_value_a_channel_leaves_the_running_statistics_finite()
    {
        WorkingModel model = Open();
        IReadOnlyList<(string Statistic, string Updated)> pairs = BatchNormTraining.Apply(model);

        double[][] results = Run(model, [1, 2, 1], [1, 3], pairs[0].Updated, pairs[1].Updated);

        Close([0.625, 0], results[0]);
        Close([1.5, 0.1875], results[1]);
    }

    [Fact]
    public void Running_statistics_a_file_gives_out_keep_their_names()
    {
        WorkingModel model = Open(" running_mean running_variance", ("training_mode", 1));
        BatchNormTraining.Apply(model);

        double[][] results = Run(model, "running_mean", "running_variance");

        Close([1.25, -0.66666669], results[0]);
        Close([2.7750001, 1.85416675], results[1]);
    }

    [Fact]
    public void Statistics_that_are_computed_are_left_alone()
    {
        var builder = new ModelBuilder();
        builder.Input("x", DataType.Float, -1, 2).Input("mean", DataType.Float, 2).Input("variance", DataType.Float, 2).Weights("one", [2], 1, 1)
            .Node("BatchNormalization", "x one one mean variance", "y").Untyped("y");
        WorkingModel model = WorkingModel.Open(OnnxModelFile.FromMemory(builder.Build(), "m.onnx"));

        Assert.Empty(BatchNormTraining.Apply(model));
        Assert.Single(model.Graph.Node.Single().Output);
    }

    /// <summary>ONNX's momentum 0.75 is PyTorch's 0.25.</summary>
    private static WorkingModel Open(string more = "", params (string Name, object Value)[] attributes)
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2, -3)
            .Weights("scale", [2], 1.5f, -0.5f).Weights("shift", [2], 0.25f, 1).Weights("mean", [2], 0.5f, -1).Weights("variance", [2], 2, 0.25f)
            .Node("BatchNormalization", "x scale shift mean variance", "y" + more, [("momentum", 0.75f), ("epsilon", 0.5f), .. attributes]).Untyped("y");
        return WorkingModel.Open(OnnxModelFile.FromMemory(builder.Build(), "m.onnx"));
    }

    private static double[][] Run(WorkingModel model, params string[] outputs) => Run(model, [2, 2, 3], Batch, outputs);

    private static double[][] Run(WorkingModel model, long[] shape, double[] batch, params string[] outputs)
    {
        model.Graph.Output.Clear();
        model.Graph.Output.AddRange(outputs.Select(name => new ValueInfoProto { Name = name }));
        using InferenceSession session = SessionFactory.OpenGraph(model.Proto.ToByteArray(), "training", threads: 1);
        using OrtValue x = OrtValues.Make(Element.Float, shape, batch);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, ["x"], [x], outputs);
        return [.. results.Select(OrtValues.Read)];
    }

    private static void Close(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 2e-6 * (1 + Math.Abs(pair.First)), $"{pair.Second:R} for {pair.First:R}"));
    }
}
