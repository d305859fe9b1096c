using Paname.Onnx.Graphs.Editing;
using DataType = Paname.Onnx.Graphs.Schema.TensorProto.Types.DataType;

namespace Paname.Onnx.Differentiation.Objectives;

/// <summary>The loss log(1 + e^u) of a class whose log-odds are -u. Where a model is sure of it, both the loss and its derivative keep their relative precision,
/// which those made of 1 - p with p close to 1 would lose in rounding.</summary>
/// <param name="Loss">The losses.</param>
/// <param name="Doubt">1 - p, the derivatives with respect to u.</param>
internal sealed record LogOddsLoss(string Loss, string Doubt)
{
    /// <param name="graph">The graph.</param>
    /// <param name="u">float32 [n, 1].</param>
    internal static LogOddsLoss Of(GraphEditor graph, string u)
    {
        // log(1 + e) as 2 atanh(e / (2 + e)), with e = e^-|u| at most 1.
        string e = graph.Exp(graph.Neg(graph.Abs(u)));
        string two = graph.Scalar(DataType.Float, 2);
        string rest = graph.Mul(two, graph.Node("Atanh", [graph.Div(e, graph.Add(e, two))]));
        string loss = graph.Add(graph.Node("Relu", [u]), rest);
        return new LogOddsLoss(loss, graph.Exp(graph.Sub(u, loss)));
    }

    /// <summary>The probability e^-loss, from the loss.</summary>
    internal static RecordObjective Probability(GraphEditor graph, RecordObjective loss)
    {
        string p = graph.Exp(graph.Neg(loss.Value));
        return new RecordObjective(p, graph.Mul(graph.Neg(p), loss.Slope));
    }
}
