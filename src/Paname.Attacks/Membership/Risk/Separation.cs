using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership.Risk;

/// <summary>How far the models trained on a record lie from those trained without it, in sums of standard deviations.</summary>
internal static class Separation
{
    // The t interval of (m1 - m2) / (s1 + s2), its variance by the delta method: the difference's own, and that of the standard deviations.
    internal static BoundedEstimate Estimate(SampleMoments inside, SampleMoments outside, double level)
    {
        double spread = inside.Deviation + outside.Deviation;
        double published = inside.PopulationDeviation + outside.PopulationDeviation;
        if (spread == 0)
        {
            double gap = inside.Mean - outside.Mean;
            return new(gap == 0 ? 0 : gap > 0 ? double.PositiveInfinity : double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);
        }

        WelchDifference difference = WelchDifference.Of(inside, outside);
        double value = difference.Value / published;
        double centre = difference.Value / spread;
        double ofDeviations = (inside.Variance / (2.0 * (inside.Count - 1))) + (outside.Variance / (2.0 * (outside.Count - 1)));
        double error = Math.Sqrt(difference.Variance + (centre * centre * ofDeviations)) / spread;
        double half = Quantiles.StudentTUpper(level, difference.DegreesOfFreedom) * error;
        return new(value, Math.Min(centre - half, value), Math.Max(centre + half, value), error);
    }
}
