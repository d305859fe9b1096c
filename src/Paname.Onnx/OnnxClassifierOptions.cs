using Paname.Attacks.Targets;

namespace Paname.Onnx;

/// <summary>How an ONNX classifier is read and run. Every property has a default; most models need none.</summary>
public sealed record OnnxClassifierOptions
{
    /// <summary>What the model gives out, where the graph does not say: <see cref="Paname.Attacks.Targets.OutputKind.Logits"/> or <see cref="Paname.Attacks.Targets.OutputKind.Probabilities"/>.
    /// <see cref="Paname.Attacks.Targets.OutputKind.LabelsOnly"/> on a model with scores audits its predicted class only. Default <see langword="null"/>: read from the graph.</summary>
    public OutputKind? OutputKind { get; init; }

    /// <summary>The number of classes, at least 2, where the graph does not say. Default <see langword="null"/>: read from the graph.</summary>
    public int? Classes { get; init; }

    /// <summary>The output to audit. Default <see langword="null"/>: the one that holds scores, else labels.</summary>
    public string? OutputName { get; init; }

    /// <summary>The model's class labels in order of class index, for example <c>["good", "bad"]</c> when class 1 is bad.
    /// Default <see langword="null"/>: the labels of the graph in ascending order, numbers by value, text by ordinal order.</summary>
    public IReadOnlyList<string>? ClassLabels { get; init; }

    /// <summary>Threads inside one inference: 1 to 1,024, or 0 for all cores. Default 1, which is fastest for small models and leaves cores to parallel tests.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Records per inference, 1 to 65,536. Default 64. A model with a fixed batch dimension is run with that instead.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Layout and scaling of image records. Default <see langword="null"/>: values reach the model as they are.</summary>
    public OnnxImageInput? Image { get; init; }

    /// <summary>Says which values feed which input, for models with several inputs that no field or column is named after. Default <see langword="null"/>: by name.</summary>
    public OnnxInputBinding? InputBinding { get; init; }

    internal void Check()
    {
        if (OutputKind is { } kind && kind is not (Paname.Attacks.Targets.OutputKind.Logits or Paname.Attacks.Targets.OutputKind.Probabilities or Paname.Attacks.Targets.OutputKind.LabelsOnly))
        {
            throw new ArgumentException("OutputKind is Logits, Probabilities or LabelsOnly; a classifier gives neither losses nor residuals.", nameof(OutputKind));
        }

        if (Classes is { } classes)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2, nameof(Classes));
        }

        if (ClassLabels is { } labels && (labels.Count < 2 || labels.Distinct(StringComparer.Ordinal).Count() != labels.Count))
        {
            throw new ArgumentException("ClassLabels needs at least 2 labels, each once.", nameof(ClassLabels));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Threads, nameof(Threads));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 1024, nameof(Threads));
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1, nameof(BatchSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 65536, nameof(BatchSize));
        Image?.Check();
    }
}
