using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>One logit z for two classes, whose logits are 0 and z: [n, 1].</summary>
internal sealed class LogitColumn(WorkingModel model, string logits) : IClassScores
{
    private GraphEditor Graph => model.Editor;

    public string Loss(string labels) => new LossEmitter(model).BinaryCrossEntropy(logits, labels);

    public string Logit(string labels)
    {
        string z = Graph.Cast(Graph.Reshape(logits, -1), DataType.Float);
        return Graph.Mul(z, Graph.Cast(labels, DataType.Float));
    }

    public string Probability(string labels) => Graph.Exp(Graph.Neg(Loss(labels)));
}
