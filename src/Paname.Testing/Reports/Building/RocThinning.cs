using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Thins a ROC curve to what a chart shows on linear and on logarithmic axes, and puts bounds at planned false positive rates.</summary>
internal static class RocThinning
{
    /// <summary>No curve has more points.</summary>
    internal const int Most = 300;

    private const int LogarithmicPoints = 130;
    private const int LinearPoints = 100;
    private const int RisingPoints = 50;

    /// <summary>Where bounds are computed: settled before any score is seen.</summary>
    internal static IReadOnlyList<double> Planned { get; } = [.001, .002, .005, .01, .02, .05, .1, .2, .3, .5, .7, .9];

    /// <param name="curve">The whole curve.</param>
    /// <param name="bounded">The scores that bounds rest on; null for a yes or no, which has no threshold at a chosen rate.</param>
    /// <param name="seed">Draws one record per group.</param>
    internal static IReadOnlyList<ReportRocPoint> Thin(RocCurve curve, ScoreSample? bounded, int seed)
    {
        IReadOnlyList<RocPoint> points = curve.Points;
        int planned = bounded is null ? 0 : Planned.Count;
        IEnumerable<int> kept = points.Count <= Most - planned ? Enumerable.Range(0, points.Count) : Chosen(points);
        IEnumerable<ReportRocPoint> shown = kept.Select(i => new ReportRocPoint(points[i].Fpr, points[i].Tpr));
        IEnumerable<ReportRocPoint> withBounds = bounded is null ? [] : Planned.Select(fpr => Bounded(points, bounded, fpr, seed));

        // Where the rates are equal the point with bounds stands last.
        return [.. shown.Concat(withBounds).OrderBy(point => point.Fpr).ThenBy(point => point.Tpr)];
    }

    private static ReportRocPoint Bounded(IReadOnlyList<RocPoint> points, ScoreSample sample, double fpr, int seed)
    {
        double tpr = points[LastAtMost(points, point => point.Fpr, fpr)].Tpr;
        BoundedEstimate estimate = TprAtFpr.Estimate(sample, fpr, seed: seed);

        // With groups the bounds rest on one record of each, so that the curve of all records may lie outside: they are widened to hold it.
        return new ReportRocPoint(fpr, tpr, Math.Min(estimate.Lower, tpr), Math.Max(estimate.Upper, tpr));
    }

    private static SortedSet<int> Chosen(IReadOnlyList<RocPoint> points)
    {
        double first = points.First(point => point.Fpr > 0).Fpr;
        return
        [
            0,
            points.Count - 1,
            .. Steps(LogarithmicPoints).Select(step => LastAtMost(points, point => point.Fpr, Math.Pow(first, 1 - step) * (1 + 1e-12))),
            .. Steps(LinearPoints).Select(step => LastAtMost(points, point => point.Fpr, step)),
            .. Steps(RisingPoints).Select(step => LastAtMost(points, point => point.Tpr, step)),
        ];
    }

    private static IEnumerable<double> Steps(int count) => Enumerable.Range(0, count).Select(i => i / (count - 1.0));

    /// <summary>The last point whose rate is at most the one given: both rates never fall.</summary>
    private static int LastAtMost(IReadOnlyList<RocPoint> points, Func<RocPoint, double> rate, double most)
    {
        int low = 0;
        int high = points.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = rate(points[middle]) <= most ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
