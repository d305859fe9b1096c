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

    /// <param name="model">The model's name.</param>
    /// <param name="value">The value asked for.</param>
    /// <param name="cut">The node the path from the value to the objective ends at; <see langword="null"/> when there is no path at all.</param>
    internal static PanameDataException Unconnected(string model, string value, NodeProto? cut)
    {
        string why = cut is null
            ? $"the objective is not computed from '{value}'"
            : $"the path from '{value}' to the objective ends at {cut.Title}, whose result is made of whole numbers or steps: its derivative is zero wherever it exists";
        return new($"{model}: {why}, so '{value}' has no gradient. Ask for the gradient of another value, or of an objective that is computed from this one smoothly. {Remaining}");
    }
}
