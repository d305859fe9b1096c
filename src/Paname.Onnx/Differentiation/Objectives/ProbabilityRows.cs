using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>Probabilities that no softmax or sigmoid of the graph makes: [n, classes].</summary>
internal sealed class ProbabilityRows(WorkingModel model, string probabilities) : IClassScores
{
    // As the loss signal: keeps the logarithm of a probability of exactly 0 finite.
    private const double Floor = 1e-45;

    private GraphEditor Graph => model.Editor;

    public string Loss(string labels)
        => Graph.Cast(Graph.Neg(Graph.Log(Graph.Add(Graph.Cast(Probability(labels), DataType.Double), Graph.Scalar(DataType.Double, Floor)))), DataType.Float);

    public string Logit(string labels) => throw new PanameDataException(
        $"{model.Name}: gives probabilities that are not made by a softmax or a sigmoid, so it has no logits. Ask for the gradient of LogProbability, or export the model with its logits as output.");

    public string Probability(string labels) => new LossEmitter(model).Pick(probabilities, labels);
}
