using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Outputs;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Outputs;

/// <summary>A model file is foreign input: damage ends in a data error, never in a crash.</summary>
public class MalformedGraphTests
{
    public static TheoryData<string> Operators =>
        ["Identity", "Softmax", "Gather", "Mul", "Div", "Sub", "Exp", "Concat", "Add", "Mean", "ai.onnx.ml::ZipMap", "ai.onnx.ml::Normalizer", "ai.onnx.ml::ArrayFeatureExtractor", "ai.onnx.ml::TreeEnsembleClassifier", "ai.onnx.ml::LinearClassifier"];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Operator_without_inputs_is_refused(string type)
    {
        byte[] model = new ModelBuilder().Node(type, string.Empty, "y").Output("y", DataType.Float, -1, 3).Build();

        Assert.Throws<PanameDataException>(() => OnnxClassifier.FromBytes(model, "bad.onnx"));
    }

    [Fact]
    public void Cycle_is_refused()
    {
        byte[] model = new ModelBuilder().Node("Identity", "b", "a").Node("Identity", "a", "b").Output("a", DataType.Float, -1, 3).Build();

        Assert.Throws<PanameDataException>(() => OnnxClassifier.FromBytes(model, "bad.onnx"));
    }

    [Fact]
    public void Repeated_class_labels_name_no_classes()
    {
        byte[] model = SklearnModels.Linear("NONE", 3, [1, 0, 0, 1, -1, -1], [0, 0, 0], texts: ["a", "a", "b"]).Output("label", DataType.String, -1).Build();

        Assert.Contains("Declare them in order of class index with ClassLabels", Assert.Throws<PanameDataException>(() => OnnxClassifier.FromBytes(model, "bad.onnx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_never_end_in_another_exception()
    {
        byte[][] sources =
        [
            SklearnModels.LogisticRegression(integers: [0, 1, 2]).Build(),
            SklearnModels.Trees("NONE", 2, [0], ([0.25f], [1])).Output("scores", DataType.Float, -1, 2).Build(),
            SklearnModels.PerColumn(),
        ];
        var random = new Random(20261122);
        int refused = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = [.. sources[round % sources.Length]];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                ModelProto model = OnnxModelFile.FromMemory(bytes.AsMemory(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length), "bad.onnx").Model;
                OutputChoice choice = OutputChooser.Choose(model.Graph, null, "bad.onnx");
                if (choice.Finding.ZipMap is { } zipMap)
                {
                    ZipMapRemoval.Apply(model.Graph, choice, zipMap);
                }
            }
            catch (PanameDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1_000, 19_000);
    }
}
