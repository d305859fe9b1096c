using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Undoes a saving of exporters: vectors of one number, such as the scales and variances of a model that is not trained yet, are stored once and handed on by Identity nodes.
/// Trained as they are, a scale and a running variance would stay one tensor. Equal matrices are left alone: they can be tied on purpose.</summary>
internal static class MergedTensors
{
    private const long FirstIrWithoutStoredInputs = 4;

    /// <returns>The file with a tensor for each, or the file itself where nothing is merged.</returns>
    internal static OnnxModelFile Separate(OnnxModelFile file)
    {
        Dictionary<string, TensorProto> vectors = file.Model.Graph.Initializer.Where(IsOfOneNumber).ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var outputs = file.Model.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        bool HandsOn(NodeProto node) => node.OpType == "Identity" && node.Domain is "" or "ai.onnx" && vectors.ContainsKey(node.Input[0]) && !outputs.Contains(node.Output[0]);
        if (file.Model.IrVersion < FirstIrWithoutStoredInputs || !file.Model.Graph.Node.Any(HandsOn))
        {
            return file;
        }

        ModelProto model = file.Model.Clone();
        foreach (NodeProto node in model.Graph.Node.Where(HandsOn).ToArray())
        {
            TensorProto own = vectors[node.Input[0]].Clone();
            own.Name = node.Output[0];
            model.Graph.Initializer.Add(own);
            model.Graph.Node.Remove(node);
        }

        return file.With(model);
    }

    private static bool IsOfOneNumber(TensorProto tensor)
        => tensor.Dims.Count == 1 && tensor.DataType == (int)DataType.Float && tensor.DataLocation != TensorProto.Types.DataLocation.External
            && TensorValues.Floats(tensor) is { Length: > 0 } values && !values.AsSpan().ContainsAnyExcept(values[0]);
}
