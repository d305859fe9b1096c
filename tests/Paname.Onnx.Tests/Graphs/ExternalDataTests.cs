using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Graphs;

public sealed class ExternalDataTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("paname-onnx-").FullName;

    private string Folder => Directory.CreateDirectory(Path.Combine(_root, "model")).FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("weights.bin")]
    [InlineData("deep/weights.bin")]
    public void Weights_beside_the_model_are_read_and_hashed(string location)
    {
        string path = Write(location);
        WriteWeights(Path.Combine(Folder, location), 1, 0, -1, 0, 1, 2);
        using OnnxClassifier first = OnnxClassifier.Load(path);
        Assert.Equal([1, 2, 3], first.Score(Scoring.Floats(2, 1, 2)));

        WriteWeights(Path.Combine(Folder, location), 2, 0, -1, 0, 1, 2);
        using OnnxClassifier second = OnnxClassifier.Load(path);

        Assert.Equal([2, 2, 3], second.Score(Scoring.Floats(2, 1, 2)));
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
    }

    [Theory]
    [InlineData("../secret.bin", "outside the model's folder")]
    [InlineData("deep/../../secret.bin", "outside the model's folder")]
    [InlineData("..\\secret.bin", "outside the model's folder")]
    [InlineData("/etc/passwd", "outside the model's folder")]
    [InlineData("C:\\secret.bin", "outside the model's folder")]
    [InlineData("absent.bin", "does not exist")]
    [InlineData("", "names no file")]
    public void Weights_elsewhere_are_refused(string location, string expected)
    {
        WriteWeights(Path.Combine(_root, "secret.bin"), 1, 0, -1, 0, 1, 2);
        string path = Write(location);

        var error = Assert.Throws<PanameDataException>(() => OnnxClassifier.Load(path));
        Assert.StartsWith("m.onnx: tensor 'w'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Symbolic_links_out_of_the_folder_are_refused(bool folderLink)
    {
        WriteWeights(Path.Combine(_root, "elsewhere", "weights.bin"), 1, 0, -1, 0, 1, 2);
        if (folderLink)
        {
            Directory.CreateSymbolicLink(Path.Combine(Folder, "deep"), Path.Combine(_root, "elsewhere"));
        }
        else
        {
            Directory.CreateDirectory(Path.Combine(Folder, "deep"));
            File.CreateSymbolicLink(Path.Combine(Folder, "deep", "weights.bin"), Path.Combine("..", "..", "elsewhere", "weights.bin"));
        }

        var error = Assert.Throws<PanameDataException>(() => OnnxClassifier.Load(Write("deep/weights.bin")));
        Assert.Contains("leads outside the model's folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbolic_link_to_the_model_folder_itself_is_fine()
    {
        Write("weights.bin");
        WriteWeights(Path.Combine(Folder, "weights.bin"), 1, 0, -1, 0, 1, 2);
        string link = Path.Combine(_root, "link");
        Directory.CreateSymbolicLink(link, Folder);

        using OnnxClassifier classifier = OnnxClassifier.Load(Path.Combine(link, "m.onnx"));

        Assert.Equal([1, 2, 3], classifier.Score(Scoring.Floats(2, 1, 2)));
    }

    [Fact]
    public void Model_in_memory_cannot_have_external_weights()
    {
        byte[] bytes = File.ReadAllBytes(Write("weights.bin"));

        Assert.Contains("Load the model by its path", Assert.Throws<PanameDataException>(() => OnnxClassifier.FromBytes(bytes, "m.onnx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_of_subgraphs_and_functions_are_checked_too()
    {
        var body = new ModelBuilder();
        body.Graph.Initializer.Add(External("hidden", "../secret.bin"));
        ModelBuilder inSubgraph = SmallModels.Linear().Output("z", DataType.Float, -1, 3);
        inSubgraph.Graph.Node.Add(ModelBuilder.MakeNode("If", "c", "o", ("then_branch", body.Graph)));
        ModelBuilder inFunction = SmallModels.Linear().Output("z", DataType.Float, -1, 3);
        var function = new FunctionProto { Name = "f", Domain = "own" };
        function.Node.Add(ModelBuilder.MakeNode("Constant", string.Empty, "o", ("value", External("hidden", "/etc/passwd"))));
        inFunction.Model.Functions.Add(function);

        foreach (ModelBuilder builder in new[] { inSubgraph, inFunction })
        {
            string path = Path.Combine(Folder, "m.onnx");
            File.WriteAllBytes(path, builder.Build());
            Assert.Contains("'hidden'", Assert.Throws<PanameDataException>(() => OnnxClassifier.Load(path)).Message, StringComparison.Ordinal);
        }
    }

    private string Write(string location)
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2).Node("MatMul", "x w", "z").Output("z", DataType.Float, -1, 3);
        builder.Graph.Initializer.Add(External("w", location));
        string path = Path.Combine(Folder, "m.onnx");
        File.WriteAllBytes(path, builder.Build());
        return path;
    }

    private static TensorProto External(string name, string location)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)DataType.Float, DataLocation = TensorProto.Types.DataLocation.External };
        tensor.Dims.AddRange([2L, 3L]);
        if (location.Length > 0)
        {
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        }

        return tensor;
    }

    private static void WriteWeights(string path, params float[] values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, [.. values.SelectMany(BitConverter.GetBytes)]);
    }
}
