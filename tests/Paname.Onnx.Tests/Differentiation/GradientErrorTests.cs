using Paname.Attacks.Data;
using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Differentiation;

public class GradientErrorTests
{
    private const string Remaining = "Attacks that query the model (loss, entropy, correctness, recorded predictions, shadow models given as files) still run";

    [Fact]
    public void Operator_without_a_rule_is_named_with_its_node_and_what_still_runs()
    {
        string message = Fail(Floats().Node("Mod", "x x", "y", ("fmod", 1)).Untyped("y"));
        Assert.StartsWith("failing.onnx: no gradient goes through Mod (node 'Mod_node'): there is no gradient rule for this operator.", message);
        Assert.Contains(Remaining, message);
    }

    [Fact]
    public void Operator_of_another_domain_is_named_with_its_domain()
    {
        ModelBuilder model = Floats().Node("com.microsoft::QuickGelu", "x", "y").Untyped("y");
        model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        string message = Fail(model);
        Assert.Contains("no gradient goes through QuickGelu (node 'QuickGelu_node'): it is of operator domain 'com.microsoft', and only standard ONNX operators are differentiated", message);
    }

    [Fact]
    public void Operator_without_a_rule_off_the_path_is_no_error()
    {
        ModelBuilder model = Floats().Input("z", DataType.Float, 2, 3).Node("Mod", "z z", "m", ("fmod", 1)).Node("Mul", "x m", "y").Untyped("y");
        Assert.Single(Differentiate(model, "y", "x"));
    }

    [Fact]
    public void Integer_input_has_no_gradient()
    {
        string message = Fail(new ModelBuilder(21).Input("x", DataType.Int64, 2).Weights("w", [4, 3], new float[12]).Node("Gather", "w x", "y").Untyped("y"));
        Assert.StartsWith("failing.onnx: 'x' holds integers, which have no gradient.", message);
        Assert.Contains("the output of the embedding", message);
        Assert.Contains(Remaining, message);
    }

    [Fact]
    public void Objective_that_is_not_computed_from_the_value_is_told_so()
    {
        // The comparison reads x, but nothing of it reaches the objective.
        ModelBuilder model = Floats().Input("z", DataType.Float, 2, 3).Node("Less", "x z", "dead").Node("Exp", "z", "y").Untyped("y").Untyped("dead");
        string message = Fail(model);
        Assert.StartsWith("failing.onnx: the objective is not computed from 'x', so 'x' has no gradient.", message);
        Assert.Contains(Remaining, message);
    }

    [Fact]
    public void Shape_alone_is_no_path()
    {
        ModelBuilder model = Floats().Weights("one", [], 1).Node("Shape", "x", "shape").Node("Expand", "one shape", "y").Untyped("y");
        Assert.Contains("the objective is not computed from 'x'", Fail(model));
    }

    [Fact]
    public void Cast_to_integers_cuts_the_path()
    {
        ModelBuilder model = Floats().Node("Cast", "x", "i", ("to", (int)DataType.Int64));
        model.Graph.Node.Add(GraphEditor.MakeNode("Cast", ["i"], ["y"], ("to", (long)DataType.Float)));
        Assert.Contains("the path from 'x' to the objective ends at Cast (node 'Cast_node'), whose result is made of whole numbers or steps", Fail(model.Untyped("y")));
    }

    [Theory]
    [InlineData("ArgMax")]
    [InlineData("Round")]
    public void Step_function_cuts_the_path(string type)
    {
        ModelBuilder model = Floats().Node("Exp", "x", "e").Node(type, "e", "s").Node("Cast", "s", "y", ("to", (int)DataType.Float)).Untyped("y");
        Assert.Contains($"the path from 'x' to the objective ends at {type} (node '{type}_node')", Fail(model));
    }

    [Fact]
    public void Branch_that_reads_the_value_is_control_flow()
    {
        var branch = new GraphProto { Name = "branch" };
        branch.Node.Add(GraphEditor.MakeNode("Exp", ["x"], ["taken"]));
        branch.Output.Add(new ValueInfoProto { Name = "taken" });
        var other = new GraphProto { Name = "other" };
        other.Node.Add(GraphEditor.MakeNode("Neg", ["x"], ["not_taken"]));
        other.Output.Add(new ValueInfoProto { Name = "not_taken" });
        ModelBuilder model = Floats().Input("flag", DataType.Bool).Node("If", "flag", "y", ("then_branch", branch), ("else_branch", other)).Untyped("y");
        Assert.Contains("no gradient goes through If (node 'If_node'): it is control flow, which is not differentiated; export the model with its branches and loops unrolled", Fail(model));
    }

    [Fact]
    public void Loop_is_control_flow()
    {
        var body = new GraphProto { Name = "body" };
        body.Input.Add(ModelBuilder.Value("i", DataType.Int64, []));
        body.Input.Add(ModelBuilder.Value("go", DataType.Bool, []));
        body.Input.Add(ModelBuilder.Value("state", DataType.Float, [2, 3]));
        body.Node.Add(GraphEditor.MakeNode("Identity", ["go"], ["go_on"]));
        body.Node.Add(GraphEditor.MakeNode("Exp", ["state"], ["next"]));
        body.Output.Add(ModelBuilder.Value("go_on", DataType.Bool, []));
        body.Output.Add(ModelBuilder.Value("next", DataType.Float, [2, 3]));
        ModelBuilder model = Floats().Integers("trips", 3).Stored("go_first", true).Node("Loop", "trips go_first x", "y", ("body", body)).Untyped("y");
        Assert.Contains("no gradient goes through Loop (node 'Loop_node'): it is control flow", Fail(model));
    }

    private static ModelBuilder Floats() => new ModelBuilder(21).Input("x", DataType.Float, 2, 3);

    private static string Fail(ModelBuilder model) => Assert.Throws<PanameDataException>(() => Differentiate(model, "y", "x")).Message;

    private static IReadOnlyDictionary<string, string> Differentiate(ModelBuilder model, string objective, string value)
    {
        WorkingModel working = WorkingModel.Open(OnnxModelFile.FromMemory(model.Build(), "failing.onnx"));
        string seed = working.Editor.ExpandLike(working.Editor.Scalar(DataType.Float, 1), objective);
        return Differentiator.Differentiate(working, new Dictionary<string, string> { [objective] = seed }, [value]);
    }
}
