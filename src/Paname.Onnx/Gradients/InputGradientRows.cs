namespace Paname.Onnx.Gradients;

/// <summary>Where the answers for the inputs of a batch go.</summary>
/// <param name="objectives">One number a record.</param>
/// <param name="gradients">As many values for each record.</param>
internal readonly ref struct InputGradientRows(Span<double> objectives, Span<float> gradients)
{
    internal Span<double> Objectives { get; } = objectives;

    internal Span<float> Gradients { get; } = gradients;

    /// <summary>Values per record.</summary>
    internal int Width => Objectives.Length == 0 ? 0 : Gradients.Length / Objectives.Length;
}
