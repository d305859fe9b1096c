using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Schema;

namespace Paname.Onnx.Differentiation;

/// <summary>Says why a model has no gradient, and what can still be done with it.</summary>
internal static class GradientErrors
{
    private const string Remaining = "Attacks that query the model (loss, entropy, correctness, recorded predictions, shadow models given as files) still run; "
        + "gradient attacks, model inversion by gradient and retraining from this file do not.";

    internal static PanameDataException Unsupported(string model, NodeProto node, string why)
        => new($"{model}: no gradient goes through {node.Title}: {why}. {Remaining}");

    internal static PanameDataException NoRule(string model, NodeProto node)
    {
        string why = node.OpType is "If" or "Loop" or "Scan"
            ? "it is control flow, which is not differentiated; export the model with its branches and loops unrolled"
            : node.Domain is "" or "ai.onnx"
                ? "there is no gradient rule for this operator"
                : $"it is of operator domain '{node.Domain}', and only standard ONNX operators are differentiated";
        return Unsupported(model, node, why);
    }

    internal static PanameDataException Integer(string model, string value)
        => new($"{model}: '{value}' holds integers, which have no gradient. Ask for the gradient of a floating-point value instead, such as the output of the embedding. {Remaining}");

    internal static PanameDataException Unconnected(string model, string value, string? integerNode)
        => new($"{model}: the objective does not depend on '{value}' through floating-point operators"
            + (integerNode is null ? string.Empty : $" (the path is cut at {integerNode}, whose result is no floating-point value)")
            + $", so it has no gradient. {Remaining}");
}
