using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Paname.Attacks.Shadows;

/// <summary>One number of the target beside those of its shadow models.</summary>
/// <param name="Size">By how much the target differs from their mean: of shares as it is, of losses as the logarithm of the factor.</param>
/// <param name="IsOutside">Whether it lies outside their prediction interval.</param>
/// <param name="Text">Both, for reports.</param>
internal sealed record FitDifference(double Size, bool IsOutside, string Text)
{
    // As three standard deviations of a normal distribution, on either side.
    private const double Tail = 0.00135;

    internal bool Exceeds(double size) => IsOutside && Size > size;

    internal static FitDifference? Of(string name, double? target, IEnumerable<double?> shadows, int records)
    {
        double[] known = [.. shadows.OfType<double>()];
        if (target is not { } value || known.Length < 2)
        {
            return null;
        }

        double mean = known.Mean();
        double share = Math.Clamp(Math.Abs(mean), 0, 1);
        double deviation = Math.Max(known.StandardDeviation(), Math.Sqrt(share * (1 - share) / Math.Max(1, records)));
        return Of(value, known, deviation, FormattableString.Invariant($"{name} {value:F3}, theirs {mean:F3} (standard deviation {known.StandardDeviation():F3})"));
    }

    internal static FitDifference? OfLosses(string name, double? target, IEnumerable<double?> shadows, double least)
    {
        double[] known = [.. shadows.OfType<double>()];
        if (target is not { } value || known.Length < 2)
        {
            return null;
        }

        double[] logarithms = [.. known.Select(loss => Math.Log(Math.Max(loss, least)))];
        string text = FormattableString.Invariant($"{name} {value:G3}, theirs {Math.Exp(logarithms.Mean()):G3} (geometric mean of {known.Min():G3} to {known.Max():G3})");
        return Of(Math.Log(Math.Max(value, least)), logarithms, logarithms.StandardDeviation(), text);
    }

    private static FitDifference Of(double value, double[] known, double deviation, string text)
    {
        double size = Math.Abs(value - known.Mean());
        double quantile = StudentT.InvCDF(0, 1, known.Length - 1, 1 - Tail);
        return new FitDifference(size, size > quantile * deviation * Math.Sqrt(1 + (1.0 / known.Length)), text);
    }
}
