using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership.Risk;

/// <summary>How much likelier a record's label becomes by training on it: a difference of mean probabilities, with bounds.</summary>
internal static class Memorisation
{
    // Welch's interval, and the same with a 0 and a 1 added to either side (Agresti and Caffo, 2000), the wider: probabilities crowd at the ends, where a few models show no spread.
    internal static BoundedEstimate Estimate(SampleMoments inside, SampleMoments outside, double level)
    {
        WelchDifference data = WelchDifference.Of(inside, outside);
        WelchDifference added = WelchDifference.Of(inside.WithBothEnds(), outside.WithBothEnds());
        double half = added.Half(level);
        double lower = added.Value - half;
        double upper = added.Value + half;
        if (data.Variance > 0)
        {
            half = data.Half(level);
            lower = Math.Min(lower, data.Value - half);
            upper = Math.Max(upper, data.Value + half);
        }

        return new(data.Value, Math.Clamp(lower, -1, data.Value), Math.Clamp(upper, data.Value, 1), Math.Sqrt(data.Variance));
    }

    /// <summary>The p-value of "the memorisation is at most the limit": the larger of both intervals'.</summary>
    internal static double PValueAbove(SampleMoments inside, SampleMoments outside, double limit)
    {
        WelchDifference data = WelchDifference.Of(inside, outside);
        double added = WelchDifference.Of(inside.WithBothEnds(), outside.WithBothEnds()).PValueAbove(limit);
        return data.Variance > 0 ? Math.Max(added, data.PValueAbove(limit)) : data.Value > limit ? added : 1;
    }
}
