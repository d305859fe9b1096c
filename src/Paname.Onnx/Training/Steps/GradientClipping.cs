using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Steps;

/// <summary>Limits the norm of the whole gradient, as torch.nn.utils.clip_grad_norm_ does.</summary>
internal static class GradientClipping
{
    internal static string Apply(GraphEditor graph, string gradient, double limit)
    {
        string norm = graph.Node("ReduceL2", [gradient], ("keepdims", 0L));
        string factor = graph.Div(graph.Scalar(DataType.Float, limit), graph.Add(norm, graph.Scalar(DataType.Float, 1e-6)));
        return graph.Mul(gradient, graph.Node("Min", [factor, graph.Scalar(DataType.Float, 1)]));
    }
}
