using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Graphs.Schema;
using Paname.Onnx.Outputs;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Training.Losses;

/// <summary>Reads the loss of a model off its graph, unless the recipe states it.</summary>
internal sealed class LossReader(WorkingModel model, string? outputName, TrainingLoss? declared)
{
    private readonly OutputChoice _choice = OutputChooser.Choose(model.Graph, outputName, model.Name);
    private readonly GraphView _view = new(model.Graph);

    internal LossReading Read()
    {
        string value = Bare(_choice.Name);
        if (model.Form(value)?.Shape is { } given && IsColumn(given))
        {
            value = Unshaped(value);
        }

        string? activation = _view.Producer(value) is { OpType: "Softmax" or "LogSoftmax" or "Sigmoid" } last && IsLastAxis(last) ? last.OpType : null;
        string behind = activation is null ? value : Bare(_view.Producer(value)!.Input[0]);
        IReadOnlyList<Dimension> shape = model.Form(value)?.Shape ?? throw Refuse("the number of its axes is not known");
        switch (declared ?? Guess(shape, activation))
        {
            case TrainingLoss.MeanSquaredError:
                return new(TrainingLoss.MeanSquaredError, value, Width: shape.Skip(1).Aggregate((long?)1, (width, axis) => width * axis.Size));
            case TrainingLoss.BinaryCrossEntropy:
                Require(IsColumn(shape) && activation is null or "Sigmoid" && Holds(activation, OutputNature.Sigmoids), "a binary loss needs one logit per record, or its sigmoid");
                return new(TrainingLoss.BinaryCrossEntropy, behind, 2);
            case TrainingLoss.NextToken:
                Require(shape.Count == 3 && activation != "Sigmoid" && Holds(activation, OutputNature.Probabilities), "a next-token loss needs logits [records, tokens, vocabulary]");
                return new(TrainingLoss.NextToken, behind, Classes(shape), Tokens() ?? throw Refuse("a next-token loss needs exactly one input of token ids [records, tokens]"));
            default:
                Require(shape.Count == 2 && !IsColumn(shape) && activation != "Sigmoid" && Holds(activation, OutputNature.Probabilities), "a softmax loss needs rows of logits [records, classes], or their softmax");
                return new(TrainingLoss.SoftmaxCrossEntropy, behind, Classes(shape));
        }
    }

    private TrainingLoss Guess(IReadOnlyList<Dimension> shape, string? activation)
    {
        if (activation != "Sigmoid" && shape.Count == 3 && Tokens() is not null)
        {
            return TrainingLoss.NextToken;
        }

        OutputNature nature = _choice.Finding.Nature;
        return nature switch
        {
            OutputNature.Logits or OutputNature.Sigmoids when IsColumn(shape) => TrainingLoss.BinaryCrossEntropy,
            OutputNature.Logits or OutputNature.Probabilities when shape.Count == 2 => TrainingLoss.SoftmaxCrossEntropy,
            _ => throw Refuse($"its loss cannot be read off the graph ({_choice.Finding.Reason}); state it with TrainingRecipe.Loss"),
        };
    }

    /// <summary>Probabilities whose logits do not lie right before them cannot be trained as logits.</summary>
    private bool Holds(string? activation, OutputNature closed) => activation is not null || _choice.Finding.Nature != closed;

    private string? Tokens()
    {
        ValueInfoProto[] ids = [.. model.Graph.Input.Where(input => model.Form(input.Name) is { Element: DataType.Int64 or DataType.Int32, Shape.Count: 2 })];
        return ids.Length == 1 ? ids[0].Name : null;
    }

    private bool IsLastAxis(NodeProto node)
        => node.OpType == "Sigmoid" || node.Integer("axis", -1) is var axis && (axis == -1 || axis == model.Form(node.Output[0])?.Shape?.Count - 1);

    private string Bare(string value) => _view.Producer(value) is { OpType: "Identity" } node ? Bare(node.Input[0]) : value;

    /// <summary>Probabilities are often brought into another form after their sigmoid: as a column they are the same.</summary>
    private string Unshaped(string value)
        => _view.Producer(value) is { OpType: "Squeeze" or "Unsqueeze" or "Reshape" or "Flatten" } node && model.Form(node.Input[0])?.Shape is { } shape && IsColumn(shape)
            ? Unshaped(Bare(node.Input[0]))
            : value;

    private long Classes(IReadOnlyList<Dimension> shape) => shape[^1].Size ?? throw Refuse("the graph does not say how many classes it has; export the model with that size fixed");

    private static bool IsColumn(IReadOnlyList<Dimension> shape) => shape.Count == 1 || (shape.Count == 2 && shape[1].IsOne);

    private void Require(bool holds, string need)
    {
        if (!holds)
        {
            throw Refuse(need);
        }
    }

    private PanameDataException Refuse(string why)
        => new($"{model.Name}: output '{_choice.Name}' cannot be trained: {why}. Name another output with OnnxTrainerOptions.OutputName, or another loss with TrainingRecipe.Loss.");
}
