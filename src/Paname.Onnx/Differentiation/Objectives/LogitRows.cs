using Paname.Onnx.Graphs.Editing;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>One logit per class: [n, classes].</summary>
internal sealed class LogitRows(WorkingModel model, string logits) : IClassScores
{
    private readonly LossEmitter _losses = new(model);

    public string Loss(string labels) => _losses.LogOddsLoss(logits, labels);

    public string Logit(string labels) => _losses.Pick(logits, labels);

    public string Probability(string labels) => model.Editor.Exp(model.Editor.Neg(Loss(labels)));
}
