using MathNet.Numerics.Integration;

namespace Paname.Attacks.Metrics;

/// <summary>How much of the joint posterior of both error rates lies in the region that an epsilon allows.</summary>
internal sealed class EpsilonPosterior
{
    // Mass left out at either end of the false positive rate's distribution.
    private const double Ends = 1e-13;
    private const int Order = 12;

    // The false negative rate's distribution function runs from 0 to 1 within so many standard deviations of its logit.
    private static readonly double[] Marks = [-7, -3, -1, 1, 3, 7];

    private static readonly GaussLegendreRule Rule = new(-1, 1, Order);

    private readonly double _delta;
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _d;
    private readonly double _from;
    private readonly double _to;
    private readonly double[] _marks;

    internal EpsilonPosterior(ConfusionCounts counts, double delta)
    {
        _delta = delta;
        (_a, _b) = (counts.FalseNegatives + 0.5, counts.TruePositives + 0.5);
        (_c, _d) = (counts.FalsePositives + 0.5, counts.TrueNegatives + 0.5);
        _from = BetaQuantile.LogitLower(Ends, _c, _d);
        _to = -BetaQuantile.LogitLower(Ends, _d, _c);
        double centre = Math.Log(_a / _b);
        double spread = Math.Sqrt((1 / _a) + (1 / _b));
        _marks = Array.ConvertAll(Marks, m => Quantiles.Logistic(centre + (m * spread)));
    }

    /// <summary>The posterior probability that the smallest epsilon the two rates need is below this.</summary>
    internal double Mass(double epsilon)
    {
        double growth = Math.Exp(Math.Min(epsilon, 700));
        List<double> cuts = [_from, _to];
        AddCut(cuts, (1 - _delta) / (1 + growth));
        AddCut(cuts, (1 - _delta) / growth);
        AddCut(cuts, 1 - _delta);
        AddCut(cuts, _delta);
        AddCut(cuts, 1 - ((1 - _delta) / growth));
        AddCut(cuts, (growth + _delta) / (1 + growth));
        foreach (double x in _marks)
        {
            // Where each of the region's four edges crosses this false negative rate.
            AddCut(cuts, (1 - _delta - x) / growth);
            AddCut(cuts, 1 - _delta - (growth * x));
            AddCut(cuts, 1 - ((x - _delta) / growth));
            AddCut(cuts, _delta + (growth * (1 - x)));
        }

        cuts.Sort();
        double total = 0;
        for (int i = 1; i < cuts.Count; i++)
        {
            total += Panels(cuts[i - 1], cuts[i], growth);
        }

        return Math.Clamp(total, 0, 1);
    }

    private void AddCut(List<double> cuts, double rate)
    {
        if (rate is > 0 and < 1)
        {
            double logit = Quantiles.Logit(rate);
            if (logit > _from && logit < _to)
            {
                cuts.Add(logit);
            }
        }
    }

    // Panels no wider than the density's own spread, so that its peak is not stepped over.
    private double Panels(double from, double to, double growth)
    {
        double spread = 2 * Math.Sqrt((1 / _c) + (1 / _d));
        int panels = (int)Math.Ceiling((to - from) / spread);
        double half = (to - from) / Math.Max(1, panels) / 2;
        double total = 0;
        for (int p = 0; p < panels; p++)
        {
            double middle = from + (((2 * p) + 1) * half);
            for (int i = 0; i < Order; i++)
            {
                total += Rule.GetWeight(i) * half * Integrand(middle + (half * Rule.GetAbscissa(i)), growth);
            }
        }

        return total;
    }

    private double Integrand(double logit, double growth)
    {
        double y = Quantiles.Logistic(logit);
        double rest = Quantiles.Logistic(-logit);
        double low = Math.Max(1 - _delta - (growth * y), (rest - _delta) / growth);
        double high = Math.Min((growth * rest) + _delta, 1 - ((y - _delta) / growth));
        double inside = Distribution(high) - Distribution(low);
        return inside <= 0 ? 0 : IncompleteBeta.Kernel(_c, _d, y, rest) * inside;
    }

    private double Distribution(double x) => x <= 0 ? 0 : x >= 1 ? 1 : IncompleteBeta.Lower(_a, _b, x, 1 - x);
}
