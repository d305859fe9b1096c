using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Counts scores between round edges, so that no edge tells the score of a single record.</summary>
internal static class ScoreHistogram
{
    private const int Bins = 40;
    private const double Tail = .005;
    private const double Largest = 1e300;

    /// <param name="curve">The curve of the scores, which holds each distinct one.</param>
    /// <param name="members">How many members there are.</param>
    /// <param name="nonMembers">How many non-members there are.</param>
    internal static ReportHistogram Of(RocCurve curve, int members, int nonMembers)
    {
        (double Score, int Members, int NonMembers)[] scores = [.. Rising(curve, members, nonMembers)];
        double[] edges = Edges(scores);
        var counts = (Members: new int[edges.Length - 1], NonMembers: new int[edges.Length - 1]);
        foreach ((double score, int of, int others) in scores)
        {
            int found = Array.BinarySearch(edges, score);
            int bin = Math.Clamp(found >= 0 ? found : ~found - 1, 0, edges.Length - 2);
            counts.Members[bin] += of;
            counts.NonMembers[bin] += others;
        }

        return new ReportHistogram(edges, counts.Members, counts.NonMembers);
    }

    private static IEnumerable<(double Score, int Members, int NonMembers)> Rising(RocCurve curve, int members, int nonMembers)
    {
        for (int i = curve.Points.Count - 1; i > 0; i--)
        {
            (RocPoint point, RocPoint above) = (curve.Points[i], curve.Points[i - 1]);
            yield return (point.Threshold, Count(point.Tpr - above.Tpr, members), Count(point.Fpr - above.Fpr, nonMembers));
        }

        static int Count(double share, int of) => (int)Math.Round(share * of);
    }

    private static double[] Edges((double Score, int Members, int NonMembers)[] scores)
    {
        var finite = Array.FindAll(scores, score => double.IsFinite(score.Score));
        if (finite.Length == 0)
        {
            return [-1, 0, 1];
        }

        double low = Math.Clamp(Math.Min(Quantile(finite, score => score.Members, Tail), Quantile(finite, score => score.NonMembers, Tail)), -Largest, Largest);
        double high = Math.Clamp(Math.Max(Quantile(finite, score => score.Members, 1 - Tail), Quantile(finite, score => score.NonMembers, 1 - Tail)), -Largest, Largest);
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        double width = high - low > 1e-9 * size ? high - low : Math.Max(size, 1) / 1000;
        double step = RoundedUp(width / Bins);
        HashSet<double> single = [.. finite.Where(score => score.Members + score.NonMembers == 1).Select(score => score.Score)];

        // Coarse scores may sit on round numbers: then the edges move on by a part of a step.
        return new[] { 0, .5, .3, .7, .1, .9 }
            .Select(shift => Between(low, high, step, shift))
            .FirstOrDefault(edges => !edges.Any(single.Contains)) ?? Between(low, high, step, .37);
    }

    private static double[] Between(double low, double high, double step, double shift)
    {
        double first = Math.Floor((low / step) - shift);
        int bins = Math.Max(2, (int)Math.Ceiling((high / step) - shift - first));
        return [.. Enumerable.Range(0, bins + 1).Select(i => (first + shift + i) * step)];
    }

    // Without interpolation: a score at or below which the share lies; NaN-free also for a side without finite scores.
    private static double Quantile((double Score, int Members, int NonMembers)[] rising, Func<(double Score, int Members, int NonMembers), int> count, double share)
    {
        double wanted = share * rising.Sum(count);
        double before = 0;
        foreach (var score in rising)
        {
            before += count(score);
            if (before > 0 && before >= wanted)
            {
                return score.Score;
            }
        }

        return rising[^1].Score;
    }

    /// <summary>The next of 1, 2, 2.5 and 5 times a power of ten.</summary>
    private static double RoundedUp(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return new[] { 1, 2, 2.5, 5 }.Where(factor => factor * power >= step * (1 - 1e-12)).Select(factor => factor * power).FirstOrDefault(10 * power);
    }
}
