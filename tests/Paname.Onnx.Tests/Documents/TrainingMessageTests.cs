using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Gradients;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Tests.Training;
using Paname.Onnx.Training;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Documents;

/// <summary>The errors that docs/training.md quotes are those a user gets.</summary>
public class TrainingMessageTests
{
    public static TheoryData<string> Models() => ["recurrent", "trees", "quantised", "float16", "fixed batch", "loss", "label", "batch statistics", "diverged"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_that_is_not_trained(string what)
    {
        string message = Assert.Throws<PanameDataException>(() => Train(what)).Message;

        Page.Quotes("training.md", message.Split(" Attacks that query the model (loss")[0]);
    }

    private static void Train(string what)
    {
        using OnnxTrainer trainer = what switch
        {
            "recurrent" => OnnxTrainer.Load(TorchCase.Folder("lstm.onnx")),
            "diverged" => LinearProblem.Open(),
            _ => OnnxTrainer.FromBytes(Model(what), "model.onnx"),
        };
        LabelledRecords data = what switch
        {
            "recurrent" => new(Records.FromArray<float>(new float[40], 5, 4), [0, 1]),
            "diverged" => LinearProblem.Data,
            "label" => new(Records.FromArray<float>(new float[4], 2), [0, 3]),
            _ => new(Records.FromArray<float>(new float[4], 2), [0, 1]),
        };
        TrainingRecipe recipe = what switch
        {
            "diverged" => LinearProblem.Recipe with { Optimiser = new Sgd(), LearningRate = 1e9 },
            "batch statistics" => new TrainingRecipe { DifferentialPrivacy = new DifferentialPrivacy() },
            _ => new TrainingRecipe(),
        };
        trainer.Train(data, recipe, seed: 7);
    }

    private static byte[] Model(string what) => what switch
    {
        "trees" => SklearnModels.Trees("NONE", 3, [0, 1, 2], ([0.5f, -1, 0], [2, 0.25f, 0.25f])).Output("scores", DataType.Float, -1, 3).Build(),
        "quantised" => Linear(DataType.Int8, "stored", 1).Weights("scale", [], 0.5f).Node("DequantizeLinear", "stored scale", "w").Node("MatMul", "x w", "y").Output("y", DataType.Float, -1, 3).Build(),
        "float16" => Linear(DataType.Float16, "w", 2).Node("Cast", "x", "h", ("to", (int)DataType.Float16)).Node("MatMul", "h w", "z").Node("Cast", "z", "y", ("to", 1)).Output("y", DataType.Float, -1, 3).Build(),
        "fixed batch" => SmallModels.Logits(batch: 4),
        "loss" => SmallModels.LinearThen("Relu"),
        "batch statistics" => SmallModels.Linear().Weights("scale", [3], 1, 1, 1).Weights("shift", [3], 0, 0, 0).Weights("mean", [3], 0, 0, 0).Weights("variance", [3], 1, 1, 1)
            .Node("BatchNormalization", "z scale shift mean variance", "h").Random("v", 3, 3).Node("MatMul", "h v", "y").Output("y", DataType.Float, -1, 3).Build(),
        _ => SmallModels.Logits(),
    };

    /// <summary>x [N,2] and a stored matrix [2,3] of zeros.</summary>
    private static ModelBuilder Linear(DataType type, string name, int bytes)
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2);
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = Google.Protobuf.ByteString.CopyFrom(new byte[6 * bytes]) };
        tensor.Dims.AddRange([2L, 3L]);
        builder.Graph.Initializer.Add(tensor);
        return builder;
    }
}
