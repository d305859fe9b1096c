using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Gradients;

/// <summary>Refuses models that drop values at random: the runtime draws anew at each call, so scores and gradients of one record would differ and not belong together.</summary>
internal static class RandomDropout
{
    /// <exception cref="PanameDataException">A Dropout node is in training form.</exception>
    internal static void Refuse(OnnxModelFile file)
    {
        var view = new GraphView(file.Model.Graph);
        if (file.Model.Graph.Node.FirstOrDefault(node => node.OpType == "Dropout" && node.Domain is "" or "ai.onnx" && IsTraining(view, node)) is { } node)
        {
            throw new PanameDataException($"{file.Name}: {node.Title} drops values at random at every call, so a record has no gradient of its own. Export the model in evaluation mode (model.eval() in PyTorch).");
        }
    }

    private static bool IsTraining(GraphView view, NodeProto node)
        => view.Constant(node.InputAt(2)) is { } training && TensorValues.Number(training) is not (null or 0)
            && !(view.Constant(node.InputAt(1)) is { } rate && TensorValues.Scalar(rate) == 0);
}
