using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests;

/// <summary>Records that a model must refuse, by name. Each holds a planted number or text that no message may show.</summary>
internal static class BadRecords
{
    internal const string Token = "TOKEN-7f3a";
    internal const double Number = 987654.25;

    internal static readonly Dictionary<string, (byte[] Model, Records Records, OnnxClassifierOptions? Options)> All = new(StringComparer.Ordinal)
    {
        ["wrong feature count"] = (SmallModels.Logits(), Numbers(3), null),
        ["text into float"] = (SmallModels.Logits(), Scoring.Columns(new RecordField<string>("x", new[] { Token, Token }, [2])), null),
        ["number into text"] = (SklearnModels.PerColumn(), Scoring.Columns(new RecordField<float>("features", new float[] { 1, (float)Number }, [2], ["Age", "Job"])), null),
        ["fraction into int64"] = (Echo(DataType.Int64), Columns(1, Number), null),
        ["too large for int32"] = (Echo(DataType.Int32), Columns(1, 98765425e6), null),
        ["too large for float"] = (Echo(DataType.Float), Columns(1, 9876.54e300), null),
        ["no flag for bool"] = (Echo(DataType.Bool), Columns(1, 98), null),
        ["float16 input"] = (Echo(DataType.Float16), Columns(1, Number), null),
        ["image bytes without scaling"] = (SmallModels.Logits(), Records.FromArray<byte>(new byte[] { 98, 76 }, 1, 2), null),
        ["image statistics of another number of channels"] = (SmallModels.Logits(), Records.FromArray<byte>(new byte[] { 98, 76 }, 1, 2), new OnnxClassifierOptions { Image = new OnnxImageInput { Mean = [1, 2, 3] } }),
        ["image of another size"] = (SmallModels.Logits(), Records.FromArray<byte>(new byte[] { 98, 76, 54 }, 1, 3), new OnnxClassifierOptions { Image = new OnnxImageInput() }),
        ["column missing"] = (SklearnModels.PerColumn(), Scoring.Columns(new RecordField<string>("Job", new[] { Token }, []), new RecordField<float>("features", new float[] { (float)Number }, [1], ["Years"])), null),
        ["category the model does not know"] = (SklearnModels.PerColumn(), Scoring.Columns(new RecordField<string>("Job", new[] { "fixed", Token }, []), new RecordField<float>("Age", new float[] { 1, (float)Number }, [])), null),
        ["index the model does not know"] = (Embedding(), Records.FromArray<long>(new long[] { 1, 98765425 }), null),
        ["binding of another length"] = (SmallModels.Logits(), Numbers(2), new OnnxClassifierOptions { InputBinding = (_, batch) => new RecordField<float>("x", new float[2 * (batch.Count + 1)], [2]) }),
        ["label that is no class"] = (Label(), Records.FromArray<long>(new long[] { 1, 98765425 }), new OnnxClassifierOptions { Classes = 2 }),
        ["output of another number of rows"] = (Halved(), Scoring.Floats(2, 1, 2, 3, (float)Number), null),
        ["NaN output for a label"] = (SmallModels.LinearThen("Sqrt"), Scoring.Floats(2, 1, 2, -(float)Number, 2), new OnnxClassifierOptions { OutputKind = OutputKind.LabelsOnly }),
    };

    private static Records Numbers(int width) => Scoring.Floats(width, [.. Enumerable.Repeat((float)Number, width)]);

    private static Records Columns(params double[] values) => Scoring.Columns(new RecordField<double>("features", values, [2], ["Age", "Income"]));

    private static byte[] Echo(DataType type)
        => new ModelBuilder().Input("x", type, -1, 2).Node("Cast", "x", "z", ("to", (int)DataType.Float)).Weights("w", [2, 2], 1, 0, 0, 1).Node("MatMul", "z w", "y").Output("y", DataType.Float, -1, 2).Build();

    private static byte[] Embedding()
        => new ModelBuilder().Input("x", DataType.Int64, -1).Weights("table", [2, 2], 1, 2, 3, 4).Node("Gather", "table x", "g").Weights("w", [2, 2], 1, 0, 0, 1).Node("MatMul", "g w", "y").Output("y", DataType.Float, -1, 2).Build();

    private static byte[] Label() => new ModelBuilder().Input("x", DataType.Int64, -1).Node("Identity", "x", "y").Output("y", DataType.Int64, -1).Build();

    private static byte[] Halved()
        => SmallModels.Linear().Integers("shape", -1, 6).Node("Reshape", "z shape", "r").Node("Softmax", "r", "y").Output("y", DataType.Float, -2, 6).Build();
}
