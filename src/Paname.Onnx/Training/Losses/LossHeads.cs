using Paname.Onnx.Differentiation.Objectives;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Training.Steps;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Losses;

/// <summary>Appends a loss with its gradient in closed form, which is shorter and stays exact where the model is sure.</summary>
internal sealed class LossHeads(WorkingModel model, TrainingRecipe recipe)
{
    private readonly LossEmitter _emitter = new(model);

    private GraphEditor Graph => model.Editor;

    internal LossHead Append(LossReading reading) => reading.Loss switch
    {
        TrainingLoss.BinaryCrossEntropy => Binary(reading.Value),
        TrainingLoss.MeanSquaredError => Squared(reading.Value),
        TrainingLoss.NextToken => Tokens(reading),
        _ => Softmax(reading.Value, BatchGather.Labels(model, DataType.Int64), reading.Classes!.Value),
    };

    private LossHead Softmax(string logits, string labels, long classes)
    {
        // OneHot leaves a row of zeros for a label outside the classes, such as the -1 of a token that is not predicted.
        string hot = Graph.Node("OneHot", [labels, Graph.Vector(classes), ZeroOne()], ("axis", -1L));
        return new(_emitter.SoftmaxCrossEntropy(logits, labels), Graph.Sub(Graph.Node("Softmax", [logits], ("axis", -1L)), hot));
    }

    private LossHead Binary(string logit)
    {
        string labels = Graph.Cast(Graph.ReshapeLike(BatchGather.Labels(model, DataType.Int64), logit), DataType.Float);
        return new(_emitter.BinaryCrossEntropy(logit, labels), Graph.Sub(Graph.Node("Sigmoid", [logit]), labels));
    }

    private LossHead Squared(string outputs)
    {
        string targets = Graph.ReshapeLike(BatchGather.Labels(model, DataType.Float), outputs);
        string values = Graph.Cast(Graph.Div(Graph.Node("Size", [outputs]), Graph.Squeeze(Graph.Size(outputs, 0), 0)), DataType.Float);
        string slope = Graph.Mul(Graph.Sub(outputs, targets), Graph.Div(Graph.Scalar(DataType.Float, 2), values));
        return new(_emitter.MeanSquaredError(outputs, targets), slope);
    }

    private LossHead Tokens(LossReading reading)
    {
        string labels = NextTokens.Labels(Graph, reading.Tokens!, recipe.PaddingToken);
        LossHead each = Softmax(reading.Value, labels, reading.Classes!.Value);
        string counted = Graph.Cast(_emitter.Counted(labels), DataType.Float);
        string count = Graph.Node("Max", [Graph.Node("ReduceSum", [counted], ("keepdims", 0L)), Graph.Scalar(DataType.Float, 1)]);
        return each with { Slope = Graph.Mul(each.Slope, Graph.Unsqueeze(counted, -1)), Count = count };
    }

    private string ZeroOne() => Graph.Store(Tensors.Floats(Graph.Fresh("train/zero_one"), [2], [0, 1]));
}
