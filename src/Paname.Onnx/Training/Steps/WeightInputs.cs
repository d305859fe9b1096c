using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Training.Parameters;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Turns trained tensors and running statistics from stored tensors into inputs of the same names: views into flat vectors feed them, nothing is copied.</summary>
internal static class WeightInputs
{
    internal static void Apply(WorkingModel model, ParameterTable table)
    {
        Dictionary<string, TensorProto> stored = model.Graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach ((string name, IReadOnlyList<long> shape) in table.Parameters.Select(each => (each.Name, each.Shape)).Concat(table.Statistics.Select(each => (each.Name, each.Shape))))
        {
            model.Graph.Initializer.Remove(stored[name]);
            model.Graph.Feed(name, DataType.Float, shape);
        }
    }
}
