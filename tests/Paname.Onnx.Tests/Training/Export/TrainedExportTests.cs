using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Export;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Tests.Training.Export;

/// <summary>An exported model is the original with other numbers.</summary>
public class TrainedExportTests
{
    [Fact]
    public void Export_computes_what_the_working_graph_computes_with_the_new_values()
    {
        OnnxModelFile file = OnnxModelFile.FromMemory(File.ReadAllBytes(ReferenceFiles.PathOf("fmnist_cnn", "target.onnx")), "m.onnx");
        WorkingModel working = WorkingModel.Open(file);
        ParameterTable table = ParameterFinder.Find(working, "logits");
        float[] values = WeightInitializer.Fill(table, working, Initialisation.PyTorch, 3);

        byte[] export = TrainedExport.Write(file, table, values, []);

        foreach (Parameter parameter in table.Parameters)
        {
            TensorProto tensor = working.Graph.Initializer.Single(tensor => tensor.Name == parameter.Name);
            working.Graph.Initializer.Remove(tensor);
            working.Graph.Initializer.Add(Tensors.Floats(parameter.Name, parameter.Shape, values.AsSpan(parameter.Offset, parameter.Length)));
        }

        float[] image = [.. Enumerable.Range(0, 784).Select(pixel => pixel % 17 / 17f)];
        float[] logits = OrtSessions.Run(export, "x", [1, 1, 28, 28], image, "logits");
        Assert.Equal(OrtSessions.Run(Google.Protobuf.MessageExtensions.ToByteArray(working.Proto), "x", [1, 1, 28, 28], image, "logits"), logits);
        Assert.NotEqual(OrtSessions.Run(file.Bytes.ToArray(), "x", [1, 1, 28, 28], image, "logits"), logits);
    }

    [Fact]
    public void Export_of_unchanged_values_is_the_original_but_for_its_mark()
    {
        OnnxModelFile file = OnnxModelFile.FromMemory(File.ReadAllBytes(ReferenceFiles.PathOf("credit", "credit_overfit.onnx")), "m.onnx");
        WorkingModel working = WorkingModel.Open(file);
        ParameterTable table = ParameterFinder.Find(working, "logits");

        ModelProto export = ModelProto.Parser.ParseFrom(TrainedExport.Write(file, table, WeightInitializer.Fill(table, working, Initialisation.FromFile, 0), []));

        StringStringEntryProto mark = Assert.Single(export.MetadataProps);
        Assert.Equal(("paname.weights", "trained"), (mark.Key, mark.Value));
        export.MetadataProps.Clear();
        Assert.Equal(file.Model, export);
        Assert.Equal("pytorch", export.ProducerName);
    }

    [Fact]
    public void Export_writes_constant_nodes_float_lists_and_statistics()
    {
        ModelBuilder builder = new ModelBuilder().Input("x", DataType.Float, -1, 2, 1, 1).Weights("k", [2, 2, 1, 1], 1, 0, 0, 1).Node("Conv", "x k", "h")
            .Weights("s", [2], 1, 2).Node("Constant", string.Empty, "b", ("value_floats", new float[] { 1, 2 })).Weights("m", [2], 0, 0).Weights("v", [2], 1, 1).Node("BatchNormalization", "h s b m v", "n")
            .Node("Constant", string.Empty, "t", ("value", ModelBuilder.Tensor("t", [2, 1, 1], [3, 4]))).Node("Add", "n t", "y").Output("y", DataType.Float, -1, 2, 1, 1);
        foreach (NodeProto node in builder.Graph.Node)
        {
            node.Name = string.Empty;
        }

        OnnxModelFile file = OnnxModelFile.FromMemory(builder.Build(), "m.onnx");
        ParameterTable table = ParameterFinder.Find(WorkingModel.Open(file), "y");
        Assert.Equal(["k", "s", "b", "t"], table.Parameters.Select(parameter => parameter.Name));

        byte[] export = TrainedExport.Write(file, table, [2, 0, 0, 2, 10, 20, 5, 6, 7, 8], [1, 1, 4 - 1e-5f, 4 - 1e-5f]);

        // (2 x - 1) / 2 times 10 or 20, plus 5 + 7 or 6 + 8.
        float[] y = OrtSessions.Run(export, "x", [1, 2, 1, 1], new[] { 1.5f, -0.5f }, "y");
        Assert.Equal(22, y[0], 1e-4);
        Assert.Equal(-6, y[1], 1e-4);
        Assert.Equal(17, ModelProto.Parser.ParseFrom(export).OpsetImport[0].Version);
    }

    [Fact]
    public void Export_takes_external_weights_in()
    {
        string folder = Directory.CreateTempSubdirectory("paname-export").FullName;
        try
        {
            ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(ReferenceFiles.PathOf("digits_mlp", "target.onnx")));
            byte[] bytes = model.Graph.Initializer[0].RawData.ToByteArray();
            model.Graph.Initializer[0].ClearRawData();
            model.Graph.Initializer[0].DataLocation = TensorProto.Types.DataLocation.External;
            model.Graph.Initializer[0].ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "w.bin" });
            File.WriteAllBytes(Path.Combine(folder, "w.bin"), bytes);
            File.WriteAllBytes(Path.Combine(folder, "m.onnx"), Google.Protobuf.MessageExtensions.ToByteArray(model));
            OnnxModelFile file = OnnxModelFile.Read(Path.Combine(folder, "m.onnx"));
            WorkingModel working = WorkingModel.Open(file);
            ParameterTable table = ParameterFinder.Find(working, "logits", new OnnxTrainerOptions { Freeze = [model.Graph.Initializer[0].Name] });

            byte[] export = TrainedExport.Write(file, table, WeightInitializer.Fill(table, working, Initialisation.FromFile, 0), []);

            float[] record = [.. Enumerable.Range(0, 64).Select(i => i / 64f)];
            Assert.Equal(
                OrtSessions.Run(File.ReadAllBytes(ReferenceFiles.PathOf("digits_mlp", "target.onnx")), "x", [1, 64], record, "logits"),
                OrtSessions.Run(export, "x", [1, 64], record, "logits"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
