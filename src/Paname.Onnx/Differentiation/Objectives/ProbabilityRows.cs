using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>Probabilities that no softmax or sigmoid of the graph makes: [n, classes].</summary>
internal sealed class ProbabilityRows(string model, GraphEditor graph, string probabilities, int classes) : IClassScores
{
    // As the loss signal: keeps the logarithm of a probability of exactly 0 finite.
    private const double Floor = 1e-45;

    public string Scores => probabilities;

    public RecordObjective Loss(string labels)
    {
        string p = graph.Add(graph.Cast(graph.Pick(probabilities, labels), DataType.Double), graph.Scalar(DataType.Double, Floor));
        string slope = graph.Where(graph.Chosen(labels, classes), graph.Neg(graph.Node("Reciprocal", [p])), graph.Scalar(DataType.Double, 0));
        return new RecordObjective(graph.Cast(graph.Neg(graph.Log(p)), DataType.Float), graph.Cast(slope, DataType.Float));
    }

    public RecordObjective Logit(string labels) => throw new PanameDataException(
        $"{model}: gives probabilities that are not made by a softmax or a sigmoid, so it has no logits. Ask for the gradient of LogProbability, or export the model with its logits as output.");

    public RecordObjective Probability(string labels)
        => new(graph.Pick(probabilities, labels), graph.Cast(graph.Chosen(labels, classes), DataType.Float));
}
