namespace Paname.Onnx;

/// <summary>How image records become the model's input: value = (pixel x scale - mean) / standard deviation, per channel.</summary>
public sealed record OnnxImageInput
{
    /// <summary>The axes of a record: height x width x channels (default) or channels x height x width. A record of two axes has one channel.</summary>
    public OnnxImageLayout RecordLayout { get; init; } = OnnxImageLayout.ChannelsLast;

    /// <summary>The axes the model's input has after the batch. Default channels x height x width, as PyTorch exports.</summary>
    public OnnxImageLayout ModelLayout { get; init; } = OnnxImageLayout.ChannelsFirst;

    /// <summary>Factor on each pixel; finite, not 0. Default 1/255, which takes bytes to 0 to 1.</summary>
    public double Scale { get; init; } = 1.0 / 255;

    /// <summary>The mean of each channel after scaling. Default <see langword="null"/>: 0.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>The standard deviation of each channel after scaling; above 0. Default <see langword="null"/>: 1.</summary>
    public IReadOnlyList<double>? StandardDeviation { get; init; }

    internal void Check()
    {
        if (!double.IsFinite(Scale) || Scale == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Scale), "Scale is finite and not 0.");
        }

        if (Mean?.Any(value => !double.IsFinite(value)) == true)
        {
            throw new ArgumentOutOfRangeException(nameof(Mean), "Means are finite.");
        }

        if (StandardDeviation?.Any(value => !double.IsFinite(value) || value <= 0) == true)
        {
            throw new ArgumentOutOfRangeException(nameof(StandardDeviation), "Standard deviations are finite and above 0.");
        }
    }
}
