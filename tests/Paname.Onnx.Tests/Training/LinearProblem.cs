using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training;

/// <summary>Two weights fitted to three records by squared error: the problem of optimisers.json.</summary>
internal static class LinearProblem
{
    internal static LabelledRecords Data { get; } = new(Records.FromArray<float>(new float[] { 1, 2, -1, 0.5f, 0.25f, -1.5f }, 2), [3, 0, 1]);

    /// <summary>One step per epoch, from the weights in the file.</summary>
    internal static TrainingRecipe Recipe { get; } = new()
    {
        Loss = TrainingLoss.MeanSquaredError,
        Initialisation = Initialisation.FromFile,
        BatchSize = 3,
        Shuffle = false,
        LearningRate = 0.1,
    };

    internal static OnnxTrainer Open() => OnnxTrainer.FromBytes(
        new ModelBuilder()
            .Input("x", DataType.Float, -1, 2)
            .Weights("w", [2, 1], 0.5f, -0.25f)
            .Node("MatMul", "x w", "y")
            .Output("y", DataType.Float, -1, 1)
            .Build(),
        "linear.onnx");
}
