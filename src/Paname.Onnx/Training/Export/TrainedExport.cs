using System.Runtime.InteropServices;
using Google.Protobuf;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Export;

/// <summary>Writes trained values back into the file they were trained from: its operator set, names, producer and metadata stay, so that whatever ran the file runs the result.</summary>
internal static class TrainedExport
{
    /// <summary>The entry of the model's metadata that tells a retrained file from the one it was made of.</summary>
    internal const string MetadataKey = "paname.weights";

    /// <returns>The bytes of a model without external data.</returns>
    internal static byte[] Write(OnnxModelFile original, ParameterTable table, ReadOnlySpan<float> parameters, ReadOnlySpan<float> statistics)
    {
        ModelProto model = original.Model.Clone();
        ExternalTensors.Inline(model, original);
        foreach (Parameter parameter in table.Parameters)
        {
            Store(model.Graph, parameter.Name, parameter.Shape, parameters.Slice(parameter.Offset, parameter.Length));
        }

        foreach (RunningStatistic statistic in table.Statistics)
        {
            Store(model.Graph, statistic.Name, statistic.Shape, statistics.Slice(statistic.Offset, statistic.Length));
        }

        Mark(model);
        return model.ToByteArray();
    }

    private static void Store(GraphProto graph, string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values)
    {
        if (graph.Initializer.FirstOrDefault(tensor => tensor.Name == name) is { } tensor)
        {
            Fill(tensor, values);
            return;
        }

        NodeProto constant = graph.Node.First(node => node.OpType == "Constant" && node.Output[0] == name);
        if (constant.Find("value")?.T is { } value)
        {
            Fill(value, values);
            return;
        }

        constant.Attribute.Clear();
        constant.Attribute.Add(GraphEditor.MakeAttribute("value", Tensors.Floats(name, shape, values)));
    }

    private static void Fill(TensorProto tensor, ReadOnlySpan<float> values)
    {
        tensor.FloatData.Clear();
        tensor.DataType = (int)DataType.Float;
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values));
    }

    private static void Mark(ModelProto model)
    {
        foreach (StringStringEntryProto entry in model.MetadataProps.Where(entry => entry.Key == MetadataKey).ToArray())
        {
            model.MetadataProps.Remove(entry);
        }

        model.MetadataProps.Add(new StringStringEntryProto { Key = MetadataKey, Value = "trained" });
    }
}
