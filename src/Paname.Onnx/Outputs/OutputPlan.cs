using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Targets;

namespace Paname.Onnx.Outputs;

/// <summary>Everything needed to read the audited output: settled once, when the model is loaded.</summary>
/// <param name="Name">The output to fetch.</param>
/// <param name="Element">The type of its values.</param>
/// <param name="Kind">What the classifier gives out.</param>
/// <param name="Form">How columns become classes.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="RawWidth">Values per record the model gives.</param>
/// <param name="ClassLabels">The labels by class index, where known.</param>
/// <param name="ClassOfColumn">The class of each column; <see langword="null"/> when they are in order.</param>
internal sealed record OutputPlan(
    string Name,
    TensorElementType Element,
    OutputKind Kind,
    OutputForm Form,
    int Classes,
    int RawWidth,
    IReadOnlyList<string>? ClassLabels,
    int[]? ClassOfColumn)
{
    /// <summary>Values per record the classifier gives.</summary>
    internal int Width => Kind == OutputKind.LabelsOnly ? 1 : Classes;
}
