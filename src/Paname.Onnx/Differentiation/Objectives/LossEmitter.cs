using Paname.Attacks.Data;
using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>Appends losses to a model: each method returns the name of a vector of float32, one loss per record, never averaged over records.</summary>
/// <remarks>Losses are made of ordinary nodes, so that the differentiator reaches what lies behind them. Call <see cref="WorkingModel.Refresh"/> before differentiating:
/// their forms are not known until then.</remarks>
internal sealed class LossEmitter(WorkingModel model)
{
    private GraphEditor Graph => model.Editor;

    /// <summary>-log softmax(logits)[label], as training takes it.</summary>
    /// <param name="logits">[n, classes].</param>
    /// <param name="labels">int64 [n]; a label below 0 gives a loss of 0.</param>
    internal string SoftmaxCrossEntropy(string logits, string labels)
        => Vector(Graph.Neg(Choose(Graph.Node("LogSoftmax", [logits], ("axis", -1L)), labels, Known(logits).Element)), logits);

    /// <summary>Cross-entropy of one logit z per record, the log-odds of class 1: log(1 + e^-z) for label 1, log(1 + e^z) for label 0.</summary>
    /// <param name="logits">[n] or [n, 1].</param>
    /// <param name="labels">Labels 0 or 1, or probabilities of class 1, of any number type; [n].</param>
    /// <remarks>As y log(1 + e^-z) + (1 - y) log(1 + e^z), in float64: it and its gradient stay exact where the model is sure. The shorter log(1 + e^z) - y z cancels there.</remarks>
    internal string BinaryCrossEntropy(string logits, string labels)
    {
        string z = Graph.Cast(Graph.Reshape(logits, -1), DataType.Double);
        string y = Graph.Cast(Graph.Reshape(labels, -1), DataType.Double);
        string one = Graph.Mul(y, Softplus(Graph.Neg(z)));
        string zero = Graph.Mul(Graph.Sub(Graph.Scalar(DataType.Double, 1), y), Softplus(z));
        return Graph.Cast(Graph.Add(one, zero), DataType.Float);
    }

    /// <summary>The mean over a record's values of (output - target)^2.</summary>
    /// <param name="outputs">[n] or [n, ...].</param>
    /// <param name="targets">As many values, of any number type.</param>
    internal string MeanSquaredError(string outputs, string targets)
    {
        string difference = Graph.Sub(outputs, Graph.CastLike(Graph.ReshapeLike(targets, outputs), outputs));
        string squares = Graph.Mul(difference, difference);
        int rank = Rank(outputs);
        return Vector(rank == 1 ? squares : Graph.ReduceMean(squares, [.. Enumerable.Range(1, rank - 1).Select(axis => (long)axis)], keep: false), outputs);
    }

    /// <summary>The mean over a record's tokens of the cross-entropy of the next token; 0 for a record without any.</summary>
    /// <param name="logits">[n, tokens, vocabulary].</param>
    /// <param name="labels">int64 [n, tokens]: at each position the token that comes next, below 0 where none is to be predicted (padding, the last token).</param>
    internal string NextToken(string logits, string labels)
    {
        string sums = Graph.ReduceSum(TokenLosses(logits, labels), [1], keep: false);
        string counts = Graph.ReduceSum(Graph.Cast(Counted(labels), DataType.Float), [1], keep: false);
        return Graph.Div(sums, Graph.Node("Max", [counts, Graph.Scalar(DataType.Float, 1)]));
    }

    /// <summary>The cross-entropy of each next token, [n, tokens] and not a vector; 0 where the label is below 0. For losses that average over all tokens of a batch.</summary>
    /// <param name="logits">[n, tokens, vocabulary].</param>
    /// <param name="labels">As for <see cref="NextToken"/>.</param>
    internal string TokenLosses(string logits, string labels) => SoftmaxCrossEntropy(logits, labels);

    /// <summary>Which next tokens are predicted: booleans of the shape of the labels.</summary>
    internal string Counted(string labels) => Graph.Node("GreaterOrEqual", [labels, Graph.Scalar(DataType.Int64, 0)]);

    /// <summary>The value at each label along the last axis, 0 where the label is below 0.</summary>
    /// <remarks>A choice, not a product with zeros and ones: log-probabilities of classes that a model masks out are minus infinity.</remarks>
    private string Choose(string values, string labels, DataType element)
    {
        string count = Graph.Squeeze(Graph.Size(values, -1), 0);
        string classes = Graph.Node("Range", [Graph.Scalar(DataType.Int64, 0), count, Graph.Scalar(DataType.Int64, 1)]);
        string chosen = Graph.Equal(Graph.Unsqueeze(labels, -1), classes);
        return Graph.ReduceSum(Graph.Where(chosen, values, Graph.Scalar(element, 0)), [-1], keep: false);
    }

    private string Vector(string loss, string source) => Known(source).Element == DataType.Float ? loss : Graph.Cast(loss, DataType.Float);

    private int Rank(string value) => Known(value).Shape?.Count ?? throw Unknown(value);

    /// <summary>log(1 + e^x) in float64, which the runtime's own operator does not take: x where it is large, e^x where it is small, both to within 1e-8 of their size.</summary>
    private string Softplus(string x)
    {
        string large = Graph.Scalar(DataType.Double, 30);
        string power = Graph.Exp(Graph.Node("Min", [x, large]));
        string middle = Graph.Log(Graph.Add(Graph.Scalar(DataType.Double, 1), power));
        return Graph.Where(Graph.Greater(x, large), x, Graph.Where(Graph.Less(x, Graph.Scalar(DataType.Double, -18)), power, middle));
    }

    private TensorForm Known(string value) => model.Form(value) ?? throw Unknown(value);

    private PanameDataException Unknown(string value)
        => new($"{model.Name}: nothing is known of the shape of '{value}', so no loss is built on it. Export the model with the shapes of its outputs.");
}
