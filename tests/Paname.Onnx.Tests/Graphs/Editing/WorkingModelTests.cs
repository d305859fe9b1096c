using Google.Protobuf;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Differentiation;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Graphs.Editing;

public class WorkingModelTests
{
    [Fact]
    public void Large_weights_take_no_part_in_inference()
    {
        ModelBuilder model = new ModelBuilder(opset: 21).Input("x", DataType.Float, -1, 64).Weights("w", [64, 32], new float[64 * 32]).Weights("b", [32], new float[32])
            .Node("Gemm", "x w b", "y").Untyped("y");

        WorkingModel opened = Open(model);

        Assert.Equal([64, 32], opened.Form("w")!.Sizes);
        Assert.Equal(32, opened.Form("y")!.Shape![1].Size);
        ModelProto copy = WeightlessCopy.Of(opened.Proto);
        Assert.Equal("b", Assert.Single(copy.Graph.Initializer).Name);
        Assert.Equal(["x", "w"], copy.Graph.Input.Select(input => input.Name));
        Assert.Equal(2, opened.Graph.Initializer.Count);
    }

    [Fact]
    public void Sparse_weight_has_a_form()
    {
        ModelBuilder model = new ModelBuilder(opset: 21).Input("x", DataType.Float, -1, 3).Node("MatMul", "x w", "y").Untyped("y");
        var sparse = new SparseTensorProto { Values = ModelBuilder.Tensor("w", [2], [5, 7]), Indices = Tensors.Integers("", [2], [1, 3]) };
        sparse.Dims.AddRange([3, 2]);
        model.Graph.SparseInitializer.Add(sparse);

        WorkingModel opened = Open(model);

        Assert.Equal([3, 2], opened.Form("w")!.Sizes);
        Assert.Equal(2, opened.Form("y")!.Shape![1].Size);
    }

    [Fact]
    public void File_that_lists_weights_among_inputs_opens()
    {
        ModelBuilder model = new ModelBuilder(opset: 9).Input("x", DataType.Float, -1, 3).Input("w", DataType.Float, 3, 2).Weights("w", [3, 2], 1, 2, 3, 4, 5, 6)
            .Node("MatMul", "x w", "z").Node("Softmax", "z", "y").Untyped("y");
        model.Model.IrVersion = 3;
        byte[] bytes = model.Build();
        Feed feed = Feed.Random("x", [2, 3], 1);

        WorkingModel opened = WorkingModel.Open(OnnxModelFile.FromMemory(bytes, "old.onnx"));

        Assert.Equal("x", Assert.Single(opened.Graph.Input).Name);
        Assert.Equal(GraphRun.Once(bytes, feed)[0].Values, GraphRun.Once(opened.Proto.ToByteArray(), feed)[0].Values);
    }

    [Fact]
    public void Outputs_that_are_maps_have_no_form()
    {
        ModelBuilder model = SmallModels.Linear().Node("ai.onnx.ml::ZipMap", "z", "maps", ("classlabels_int64s", new long[] { 0, 1, 2 })).MapOutput("maps", DataType.Int64);

        WorkingModel opened = Open(model);

        Assert.Null(opened.Form("maps"));
        Assert.Equal(3, opened.Form("z")!.Shape![1].Size);
    }

    [Fact]
    public void Functions_of_the_model_are_written_out()
    {
        byte[] bytes = WithFunctions(opset: 17).Build();
        Feed feed = Feed.Random("x", [2, 3], 1);

        WorkingModel opened = WorkingModel.Open(OnnxModelFile.FromMemory(bytes, "functions.onnx"));

        Assert.Empty(opened.Proto.Functions);
        Assert.Equal(["LeakyRelu", "Add", "Identity", "LeakyRelu", "Add", "Add"], opened.Graph.Node.Select(node => node.OpType));
        Assert.Equal(GraphRun.Once(bytes, feed)[0].Values, GraphRun.Once(opened.Proto.ToByteArray(), feed)[0].Values);
    }

    [Fact]
    public void Function_of_another_operator_set_is_refused()
    {
        var error = Assert.Throws<PanameDataException>(() => Open(WithFunctions(opset: 18)));

        Assert.Equal(
            "small.onnx: its function 'Bend' is written for operator set 17, the model for 18. Export the model with one operator set, or without functions.",
            error.Message);
    }

    [Fact]
    public void Function_that_calls_itself_is_refused()
    {
        ModelBuilder model = WithFunctions(opset: 17);
        model.Model.Functions[0].Node[1] = ModelBuilder.MakeNode("own::Bend", "r", "b");

        Assert.Contains("calls itself", Assert.Throws<PanameDataException>(() => Open(model)).Message, StringComparison.Ordinal);
    }

    /// <summary>y is x bent twice, by an outer function that calls an inner one and copies its input.</summary>
    private static ModelBuilder WithFunctions(int opset)
    {
        ModelBuilder model = new ModelBuilder(opset).Input("x", DataType.Float, 2, 3)
            .Node("own::Twice", "x", "z same", ("slope", 0.25f)).Node("Add", "z same", "y").Untyped("y");
        model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "own", Version = 1 });
        FunctionProto bend = Function("Bend", ["a"], ["b"], ModelBuilder.MakeNode("LeakyRelu", "a", "r"), ModelBuilder.MakeNode("Add", "r a", "b"));
        bend.Attribute.Add("slope");
        bend.Node[0].Attribute.Add(Reference("alpha"));
        NodeProto first = ModelBuilder.MakeNode("own::Bend", "a", "r");
        first.Attribute.Add(Reference("slope"));
        first.Name = "first";
        FunctionProto twice = Function("Twice", ["a"], ["b", "c"], first, ModelBuilder.MakeNode("Identity", "a", "c"), ModelBuilder.MakeNode("own::Bend", "r", "b", ("slope", 0.5f)));
        twice.Attribute.Add("slope");
        model.Model.Functions.AddRange([bend, twice]);
        return model;
    }

    private static FunctionProto Function(string name, string[] inputs, string[] outputs, params NodeProto[] nodes)
    {
        var function = new FunctionProto { Name = name, Domain = "own" };
        function.Input.AddRange(inputs);
        function.Output.AddRange(outputs);
        function.Node.AddRange(nodes);
        function.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = 17 });
        function.OpsetImport.Add(new OperatorSetIdProto { Domain = "own", Version = 1 });
        return function;
    }

    private static AttributeProto Reference(string name) => new() { Name = name, RefAttrName = "slope", Type = AttributeProto.Types.AttributeType.Float };

    private static WorkingModel Open(ModelBuilder model) => WorkingModel.Open(OnnxModelFile.FromMemory(model.Build(), "small.onnx"));
}
