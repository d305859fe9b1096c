namespace Paname.Attacks.Tests.TestSupport;

/// <summary>Compares rows of numbers by relative difference.</summary>
internal static class Numbers
{
    internal static void Close(double[] expected, double[] actual, double relative = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= relative * Math.Max(1e-3, Math.Abs(expected[i])), FormattableString.Invariant($"[{i}] {expected[i]:R} {actual[i]:R}"));
        }
    }

    internal static double[] Transpose(double[] values, int rows)
    {
        int columns = values.Length / rows;
        var transposed = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            transposed[(i % columns * rows) + (i / columns)] = values[i];
        }

        return transposed;
    }

    internal static double[] Negated(double[] values) => Array.ConvertAll(values, static v => -v);

    internal static double[] Logits(double[] probabilities) => Array.ConvertAll(probabilities, static p => Math.Log(p) - Math.Log(1 - p));
}
