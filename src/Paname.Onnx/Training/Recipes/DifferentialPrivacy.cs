namespace Paname.Onnx.Training;

/// <summary>Trains by DP-SGD (Abadi et al. 2016): each record's gradient is scaled down to a norm of at most <see cref="ClipNorm"/>, and normal noise is added to their sum.</summary>
/// <remarks>Batches are drawn by Poisson sampling, each record independently with probability batch size / records, as the accountants of this method assume; the sum is
/// divided by the batch size asked for, whatever number was drawn. The privacy spent is not computed here: hand sampling rate, noise multiplier and steps to an accountant.
/// Noise comes from a seeded generator for reproducible tests, not from a cryptographic one: models for publication need the latter.</remarks>
public sealed record DifferentialPrivacy
{
    /// <summary>The largest norm of one record's gradient over all trained tensors, above 0. Default 1.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>The noise's standard deviation as a multiple of <see cref="ClipNorm"/>, at least 0. Default 1.</summary>
    public double NoiseMultiplier { get; init; } = 1;

    internal void Check()
    {
        if (!(ClipNorm > 0 && double.IsFinite(ClipNorm)))
        {
            throw new ArgumentOutOfRangeException(nameof(ClipNorm), "ClipNorm is above 0.");
        }

        if (!(NoiseMultiplier >= 0 && double.IsFinite(NoiseMultiplier)))
        {
            throw new ArgumentOutOfRangeException(nameof(NoiseMultiplier), "NoiseMultiplier is at least 0.");
        }
    }
}
