namespace Paname.Onnx.Training.Parameters;

/// <summary>Recognises stored tables that are no weights although they stand where weights do: masks, position codes of sines and cosines, rotary frequencies.</summary>
internal static class FixedTables
{
    internal const string Frequencies = "a geometric sequence, as rotary position codes use";

    private const float Blocking = -1e4f;
    private const float Tolerance = 1e-5f;

    /// <summary>What the table is, for the user; <see langword="null"/> when it may be a weight.</summary>
    internal static string? Describe(ReadOnlySpan<float> values, IReadOnlyList<long> shape)
        => IsMask(values) ? "a mask"
            : IsSinusoid(values, shape) ? "a fixed table of sines and cosines"
            : AreFrequencies(values) ? Frequencies
            : null;

    /// <summary>Zeros and ones, both of them, or values so low that they block a softmax.</summary>
    private static bool IsMask(ReadOnlySpan<float> values)
    {
        bool binary = values.Length > 1;
        foreach (float value in values)
        {
            if (value <= Blocking)
            {
                return true;
            }

            binary &= value is 0 or 1;
        }

        return binary && values.Contains(0) && values.Contains(1);
    }

    /// <summary>Position 0 holds sin 0 and cos 0 only, and position 1 holds sin 1 or cos 1: the first frequency is 1 (Vaswani et al. 2017; Su et al. 2021).</summary>
    private static bool IsSinusoid(ReadOnlySpan<float> values, IReadOnlyList<long> shape)
    {
        if (shape.Count < 2 || shape[^1] < 1 || values.Length < 2 * shape[^1])
        {
            return false;
        }

        int width = (int)shape[^1];
        foreach (float value in values[..width])
        {
            if (value is not (0 or 1))
            {
                return false;
            }
        }

        foreach (float value in values.Slice(width, width))
        {
            if (MathF.Abs(value - MathF.Sin(1)) < Tolerance || MathF.Abs(value - MathF.Cos(1)) < Tolerance)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Powers of one base from 1 downwards.</summary>
    internal static bool AreFrequencies(ReadOnlySpan<float> values)
    {
        if (values.Length < 3 || values[0] != 1 || values[1] is <= 0 or >= 1)
        {
            return false;
        }

        for (int i = 1; i < values.Length; i++)
        {
            if (MathF.Abs((values[i] / values[i - 1] / values[1]) - 1) > 1e-3f)
            {
                return false;
            }
        }

        return true;
    }
}
