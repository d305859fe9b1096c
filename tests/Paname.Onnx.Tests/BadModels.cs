using System.Text;
using Paname.Attacks.Targets;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests;

/// <summary>Models and options that must be refused when loaded, by name.</summary>
internal static class BadModels
{
    internal static readonly Dictionary<string, (byte[] Model, OnnxClassifierOptions? Options)> All = new(StringComparer.Ordinal)
    {
        ["empty file"] = ([], null),
        ["truncated"] = (Digits()[..9000], null),
        ["HTML page"] = (Text("\n<!DOCTYPE html><html>Sign in</html>"), null),
        ["Git LFS pointer"] = (Text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1"), null),
        ["pickle"] = ([0x80, 0x04, 0x95, 0x10], null),
        ["PyTorch ZIP"] = (Text("PK\u0003\u0004archive/data.pkl"), null),
        ["Keras HDF5"] = ([0x89, .. "HDF\r\n"u8], null),
        ["ORT format"] = ([24, 0, 0, 0, .. "ORTM"u8, 0, 0], null),
        ["plain text"] = (Text("hello, this is no model"), null),
        ["no graph"] = (NoGraph(), null),
        ["no output"] = (SmallModels.Linear().Build(), null),
        ["unknown operator"] = (SmallModels.Linear().Node("FancyNorm", "z", "y").Node("Softmax", "y", "p").Output("p", DataType.Float, -1, 3).Build(), null),
        ["unknown operator set"] = (new ModelBuilder(opset: 999).Input("x", DataType.Float, -1, 2).Node("Softmax", "x", "p").Output("p", DataType.Float, -1, 2).Build(), null),
        ["weights of the wrong shape"] = (SmallModels.Linear().Weights("b", [5], 1, 2, 3, 4, 5).Node("Add", "z b", "y").Output("y", DataType.Float, -1, 3).Build(), null),
        ["no such output"] = (SmallModels.Logits(), new OnnxClassifierOptions { OutputName = "probabilities" }),
        ["two score outputs"] = (SmallModels.Linear().Node("Neg", "z", "n").Output("z", DataType.Float, -1, 3).Output("n", DataType.Float, -1, 3).Build(), null),
        ["operator that says nothing"] = (SmallModels.LinearThen("Relu"), null),
        ["column of a softmax"] = (SmallModels.Linear().Integers("one", 1).Node("Softmax", "z", "p").Node("Gather", "p one", "y", ("axis", 1)).Output("y", DataType.Float, -1, 1).Build(), null),
        ["several sigmoids"] = (SmallModels.LinearThen("Sigmoid"), null),
        ["labels of unknown number"] = (SmallModels.Linear().Node("ArgMax", "z", "y", ("axis", 1), ("keepdims", 0)).Output("y", DataType.Int64, -1).Build(), null),
        ["logits declared on a softmax"] = (SmallModels.LinearThen("Softmax"), new OnnxClassifierOptions { OutputKind = OutputKind.Logits }),
        ["probabilities declared on labels"] = (SklearnModels.Linear("NONE", 2, [1, 1], [0]).Output("label", DataType.Int64, -1).Build(), new OnnxClassifierOptions { OutputKind = OutputKind.Probabilities }),
        ["wrong number of classes"] = (SmallModels.Logits(), new OnnxClassifierOptions { Classes = 4 }),
        ["class labels of another model"] = (SklearnModels.LogisticRegression(texts: ["a", "b", "c"]).Build(), new OnnxClassifierOptions { ClassLabels = ["good", "bad"] }),
        ["text labels the graph does not list"] = (new ModelBuilder().Input("x", DataType.String, -1).Node("Identity", "x", "y").Output("y", DataType.String, -1).Build(), null),
        ["one row per token"] = (new ModelBuilder().Input("x", DataType.Float, -1, 4, 3).Node("Softmax", "x", "y", ("axis", -1)).Output("y", DataType.Float, -1, 4, 3).Build(), null),
        ["time before batch"] = (TimeFirst(), null),
        ["one class"] = (new ModelBuilder().Input("x", DataType.Float, -1, 2).Weights("w", [2, 1], 1, 1).Node("MatMul", "x w", "z").Output("z", DataType.Float, -1, 1).Build(), new OnnxClassifierOptions { Classes = 3 }),
        ["output of maps that no ZipMap makes"] = (Sequence(), new OnnxClassifierOptions { OutputKind = OutputKind.Probabilities }),
    };

    private static byte[] Digits() => File.ReadAllBytes(ReferenceFiles.PathOf("digits_mlp", "target.onnx"));

    private static byte[] NoGraph()
    {
        var builder = new ModelBuilder();
        builder.Model.Graph = null;
        return builder.Build();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] TimeFirst()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, 5, -1, 2).Integers("axes", 0)
            .Node("ReduceSum", "x axes", "s", ("keepdims", 0)).Weights("w", [2, 2], 1, 0, 0, 1).Node("MatMul", "s w", "y").Output("y", DataType.Float, -1, 2);
        return builder.Build();
    }

    private static byte[] Sequence()
    {
        ModelBuilder builder = SmallModels.Linear().Node("SequenceConstruct", "z", "q");
        var sequence = new TypeProto.Types.Sequence { ElemType = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)DataType.Float } } };
        builder.Graph.Output.Add(new ValueInfoProto { Name = "q", Type = new TypeProto { SequenceType = sequence } });
        return builder.Build();
    }
}
