namespace Paname.Attacks.Membership;

/// <summary>The standard deviation with which a new model's signal of a record is expected to scatter about the side's centre.</summary>
internal sealed class SideSpread
{
    // Signals that are all equal have no spread: what differs from them is then as unlikely as can be told.
    private const double Floor = 1e-30;

    private readonly SideMoments _moments;
    private readonly int _views;
    private readonly bool _even;
    private readonly double[]? _pooled;

    private SideSpread(SideMoments moments, int views, bool even, double[]? pooled)
    {
        _moments = moments;
        _views = views;
        _even = even;
        _pooled = pooled;
    }

    internal static SideSpread Of(SideMoments moments, int views, LiraPlan plan)
        => new(moments, views, plan.Even, plan.Pooled ? [.. Enumerable.Range(0, views).Select(view => PooledVariance(moments, views, view))] : null);

    /// <summary>Sum of squares about each record's own centre, over the sum of (models less one).</summary>
    internal static double PooledVariance(SideMoments moments, int views, int view)
    {
        long freedom = 0;
        foreach (int count in moments.Counts)
        {
            freedom += Math.Max(0, count - 1);
        }

        return StableSum.OfView(moments.SquaresAboutCentre, views, view) / freedom;
    }

    /// <summary>The standard deviation for one record and view.</summary>
    /// <remarks>With equal counts each record's own variance is that of the authors' implementation, over n. With unequal ones it is what is expected of one more signal,
    /// s² (1 + 1/n), so that records with few models do not look surer than others.</remarks>
    internal double At(int record, int view)
    {
        double n = _moments.Counts[record];
        double own = _moments.SquaresAboutMean[(record * _views) + view];
        double variance = _pooled is { } pooled
            ? pooled[view] * (_even ? 1 : 1 + (1 / n))
            : _even ? own / n : own / (n - 1) * (1 + (1 / n));
        return variance == 0 ? Floor : Math.Sqrt(variance);
    }
}
