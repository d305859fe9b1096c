using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>One logit per class: [n, classes].</summary>
internal sealed class LogitRows(GraphEditor graph, string logits, int classes) : IClassScores
{
    public string Scores => logits;

    public RecordObjective Loss(string labels)
    {
        string chosen = graph.Chosen(labels, classes);
        string others = graph.Where(chosen, graph.Scalar(DataType.Float, double.NegativeInfinity), logits);
        string u = graph.Sub(graph.Node("ReduceLogSumExp", [others, graph.Vector(1)], ("keepdims", 1L)), graph.Pick(logits, labels));
        LogOddsLoss odds = LogOddsLoss.Of(graph, u);
        string slope = graph.Where(chosen, graph.Neg(odds.Doubt), graph.Node("Softmax", [logits], ("axis", 1L)));
        return new RecordObjective(odds.Loss, slope);
    }

    public RecordObjective Logit(string labels)
        => new(graph.Pick(logits, labels), graph.Cast(graph.Chosen(labels, classes), DataType.Float));

    public RecordObjective Probability(string labels) => LogOddsLoss.Probability(graph, Loss(labels));
}
