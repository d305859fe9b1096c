using Paname.Onnx.Differentiation;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Training.Parameters;

/// <summary>Refuses a model that would be trained otherwise than its user thinks, without an error later on.</summary>
internal static class TrainableCheck
{
    /// <exception cref="Attacks.Data.PanameDataException">A running statistic is a weight as well, or the matrix of an operator without a gradient would keep the file's values.</exception>
    internal static void Check(WorkingModel model, string output, ParameterTable table, OnnxTrainerOptions options)
    {
        OutputPath path = new(model, output);
        var trained = table.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        if (path.Nodes.Where(node => node.OpType == "BatchNormalization").SelectMany(node => node.Input.Skip(3)).FirstOrDefault(trained.Contains) is { } merged)
        {
            throw ParameterErrors.Merged(model.Name, merged);
        }

        var leftOut = table.Frozen.Where(tensor => tensor.Shape.Count > 1).Select(tensor => tensor.Name).Except(options.Freeze, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (NodeProto node in path.Nodes.Where(node => RuleBook.Find(node) is null))
        {
            if (node.Input.FirstOrDefault(leftOut.Contains) is { } tensor)
            {
                throw ParameterErrors.Blind(model.Name, tensor, node);
            }
        }
    }
}
