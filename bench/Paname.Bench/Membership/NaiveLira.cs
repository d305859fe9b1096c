using MathNet.Numerics.Distributions;

namespace Paname.Bench.Membership;

/// <summary>LiRA online as one writes it down at first: two lists per record, a median by sorting, densities of a library.</summary>
internal static class NaiveLira
{
    internal static double[] Score(MadeShadows shadows)
    {
        var scores = new double[shadows.Records];
        for (int record = 0; record < shadows.Records; record++)
        {
            ReadOnlySpan<double> row = shadows.Row(record);
            var inside = new List<double>();
            var outside = new List<double>();
            for (int model = 0; model < row.Length; model++)
            {
                (shadows.Inclusion[model, record] ? inside : outside).Add(row[model]);
            }

            scores[record] = LogDensity(shadows.Target[record], inside) - LogDensity(shadows.Target[record], outside);
        }

        return scores;
    }

    private static double LogDensity(double value, List<double> signals)
    {
        double mean = signals.Average();
        double spread = Math.Sqrt(signals.Average(signal => (signal - mean) * (signal - mean)));
        return Normal.PDFLn(Median(signals), spread, value);
    }

    private static double Median(List<double> signals)
    {
        double[] sorted = signals.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
