using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>One logit z for two classes, whose logits are 0 and z: [n, 1].</summary>
internal sealed class LogitColumn(GraphEditor graph, string logits) : IClassScores
{
    public string Scores => logits;

    public RecordObjective Loss(string labels)
    {
        string sign = graph.Node("Gather", [graph.Floats(1, -1), labels]);
        LogOddsLoss odds = LogOddsLoss.Of(graph, graph.Mul(sign, logits));
        return new RecordObjective(odds.Loss, graph.Mul(sign, odds.Doubt));
    }

    public RecordObjective Logit(string labels)
    {
        string isOne = graph.Cast(labels, DataType.Float);
        return new RecordObjective(graph.Mul(isOne, logits), isOne);
    }

    public RecordObjective Probability(string labels) => LogOddsLoss.Probability(graph, Loss(labels));
}
