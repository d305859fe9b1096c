using Paname.Attacks.Learning;
using Paname.Attacks.Learning.Trees;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>Conditional quantiles by boosted trees, put in order where they cross (Chernozhukov, Fernandez-Val, Galichon: Quantile and Probability Curves Without Crossing, 2010).</summary>
internal sealed class QuantileDistribution : IScoreDistribution
{
    private readonly TreeEnsemble[] _quantiles;
    private readonly double[] _normal;
    private readonly double _leastSlope;

    private QuantileDistribution(TreeEnsemble[] quantiles, double[] normal, double leastSlope)
    {
        _quantiles = quantiles;
        _normal = normal;
        _leastSlope = leastSlope;
    }

    internal static QuantileDistribution Fit(FeatureTable features, double[] scores, QmiaOptions options, int seed, CancellationToken cancellationToken)
    {
        BinnedTable table = BinnedTable.Of(features);
        var quantiles = new TreeEnsemble[options.Levels.Count];
        Parallel.For(0, quantiles.Length, new ParallelOptions { CancellationToken = cancellationToken }, q =>
            quantiles[q] = Boosting.Fit(features, table, scores, new PinballLoss(options.Levels[q]), options.Boosting, seed, cancellationToken));
        double[] sorted = [.. scores.Order()];
        double middleHalf = sorted[3 * sorted.Length / 4] - sorted[sorted.Length / 4];
        // Where all quantiles of a record coincide, its scale is that of all records, much reduced.
        return new QuantileDistribution(quantiles, [.. options.Levels.Select(level => -Quantiles.NormalUpper(level))], Math.Max(1e-3 * middleHalf, 1e-9));
    }

    public double[] Excess(FeatureTable features, double[] scores)
    {
        double[][] quantiles = Array.ConvertAll(_quantiles, trees => trees.Sum(features));
        var excess = new double[scores.Length];
        var own = new double[quantiles.Length];
        for (int i = 0; i < excess.Length; i++)
        {
            for (int q = 0; q < own.Length; q++)
            {
                own[q] = quantiles[q][i];
            }

            Array.Sort(own);
            excess[i] = Normal(own, scores[i]);
        }

        return excess;
    }

    private double Normal(ReadOnlySpan<double> quantiles, double score)
    {
        double slope = Math.Max((quantiles[^1] - quantiles[0]) / (_normal[^1] - _normal[0]), _leastSlope);
        if (score >= quantiles[^1])
        {
            return _normal[^1] + ((score - quantiles[^1]) / slope);
        }

        if (score <= quantiles[0])
        {
            return _normal[0] + ((score - quantiles[0]) / slope);
        }

        int above = 1;
        while (quantiles[above] <= score)
        {
            above++;
        }

        double share = (score - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
        return _normal[above - 1] + (share * (_normal[above] - _normal[above - 1]));
    }
}
