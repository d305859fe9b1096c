using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Gradients;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Documents;

/// <summary>The errors that docs/gradients.md quotes are those a user gets.</summary>
public class GradientMessageTests
{
    private const string Ending = " Attacks that query the model (loss";

    [Fact]
    public void Operator_without_a_rule()
    {
        using OnnxGradients model = OnnxGradients.Load(TorchCase.Folder("lstm.onnx"));
        var batch = new RecordBatch(Records.FromArray<float>(new float[40], 5, 4), 0, 2);
        string message = Assert.Throws<PanameDataException>(() => model.InputGradients(batch, GradientObjective.Loss, [0, 1], new double[2], new float[40], default)).Message;

        Page.Quotes("gradients.md", message);
    }

    public static TheoryData<string> Models() => ["operator domain", "control flow", "integers", "steps", "labels", "no logits", "root of zero"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_without_the_gradient_asked_for(string what)
    {
        string message = Assert.Throws<PanameDataException>(() => Ask(what)).Message;

        Page.Quotes("gradients.md", message.Split(Ending)[0]);
    }

    [Fact]
    public void Output_that_is_not_there()
    {
        string message = Assert.Throws<PanameDataException>(() => OnnxGradients.FromBytes(SmallModels.Logits(), "model.onnx", new() { OutputName = "logits" })).Message;

        Page.Quotes("gradients.md", message);
    }

    [Fact]
    public void Statistics_of_the_batch()
    {
        using OnnxGradients model = OnnxGradients.Load(TorchCase.Folder("resnet18_training.onnx"));
        var batch = new RecordBatch(Records.FromArray<float>(new float[2 * 3 * 48 * 48], 3, 48, 48), 0, 2);
        string message = Assert.Throws<PanameDataException>(() => model.GradientNorms(batch, [0, 1], GradientScope.AllParameters, new double[2], default)).Message;

        Page.Quotes("gradients.md", message);
    }

    private static void Ask(string what)
    {
        ModelBuilder builder = new ModelBuilder().Random("w", 2, 3);
        builder = what == "integers" ? builder.Input("tokens", DataType.Int64, -1) : builder.Input("x", DataType.Float, -1, 2);
        builder = what switch
        {
            "operator domain" => Import(builder).Node("com.microsoft::QuickGelu", "x", "h").Node("MatMul", "h w", "y"),
            "control flow" => builder.Stored("flag", true).Node("If", "flag", "h", ("then_branch", Branch("Exp")), ("else_branch", Branch("Neg"))).Node("MatMul", "h w", "y"),
            "integers" => builder.Node("Gather", "w tokens", "y"),
            "steps" => builder.Node("Round", "x", "h").Node("MatMul", "h w", "y"),
            "labels" => builder.Node("MatMul", "x w", "z").Node("ArgMax", "z", "y", ("axis", 1), ("keepdims", 0)),
            "no logits" => builder.Integers("axes", 1).Node("MatMul", "x w", "z").Node("Exp", "z", "e").Node("ReduceSum", "e axes", "s").Node("Div", "e s", "y"),
            _ => builder.Node("Sqrt", "x", "h").Node("MatMul", "h w", "y"),
        };
        builder = what == "labels" ? builder.Output("y", DataType.Int64, -1) : builder.Output("y", DataType.Float, -1, 3);
        OnnxClassifierOptions? options = what switch
        {
            "labels" => new() { Classes = 3 },
            "integers" => new() { OutputKind = OutputKind.Logits },
            _ => null,
        };
        using OnnxGradients model = OnnxGradients.FromBytes(builder.Build(), "model.onnx", options);
        Records records = what == "integers" ? Records.FromArray<long>(new long[] { 0, 1 }, 1) : Records.FromArray<float>(new float[] { 1, 2, 0, 3 }, 2);
        GradientObjective objective = what == "no logits" ? GradientObjective.Logit : GradientObjective.Loss;
        model.InputGradients(new RecordBatch(records, 0, 2), objective, [0, 1], new double[2], new float[2 * model.InputWidth ?? 0], default);
    }

    private static ModelBuilder Import(ModelBuilder builder)
    {
        builder.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        return builder;
    }

    private static GraphProto Branch(string type)
    {
        var branch = new GraphProto { Name = type };
        branch.Node.Add(GraphEditor.MakeNode(type, ["x"], [$"{type}_result"]));
        branch.Output.Add(new ValueInfoProto { Name = $"{type}_result" });
        return branch;
    }
}
