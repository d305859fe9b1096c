namespace Paname.Attacks.Metrics;

/// <summary>
/// One-sided bounds on the difference of two independent proportions from their Wilson limits
/// (Newcombe, "Interval estimation for the difference between independent proportions", 1998).
/// </summary>
internal static class NewcombeDifference
{
    internal static (double Lower, double Upper) Bounds(Proportion first, Proportion second, double level)
    {
        double z = Quantiles.NormalUpper(level);
        (double l1, double u1) = Wilson(first.Value, first.EffectiveTrials, z);
        (double l0, double u0) = Wilson(second.Value, second.EffectiveTrials, z);
        double difference = first.Value - second.Value;
        return (difference - double.Hypot(first.Value - l1, u0 - second.Value), difference + double.Hypot(u1 - first.Value, second.Value - l0));
    }

    internal static (double Lower, double Upper) Wilson(double proportion, double trials, double z)
    {
        double centre = proportion + (z * z / (2 * trials));
        double half = z * Math.Sqrt((proportion * (1 - proportion) / trials) + (z * z / (4 * trials * trials)));
        double scale = 1 + (z * z / trials);
        return (Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
    }
}
