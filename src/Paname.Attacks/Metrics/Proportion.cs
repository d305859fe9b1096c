namespace Paname.Attacks.Metrics;

/// <summary>A share of records, and the number of independent records that would know it as well.</summary>
internal readonly record struct Proportion(double Value, double EffectiveTrials)
{
    internal double Variance => Value * (1 - Value) / EffectiveTrials;

    /// <summary>The share of a side's scores at or above the threshold.</summary>
    internal static Proportion AtLeast(SortedScores side, int groups, int groupsOfSide, double threshold)
    {
        int count = side.AtLeast(threshold);
        double share = (double)count / side.Count;
        if (side.GroupIds is null)
        {
            return new(share, side.Count);
        }

        if (count == 0 || count == side.Count || groupsOfSide < 2)
        {
            return new(share, groupsOfSide);
        }

        double[] deviations = new double[groups];
        for (int i = 0; i < side.Count; i++)
        {
            deviations[side.GroupIds[i]] += (side.Values[i] >= threshold ? 1 : 0) - share;
        }

        double spread = 0;
        foreach (double deviation in deviations)
        {
            spread += deviation * deviation;
        }

        double variance = spread / side.Count / side.Count * groupsOfSide / (groupsOfSide - 1.0);
        return new(share, variance > 0 ? Math.Min(side.Count, share * (1 - share) / variance) : side.Count);
    }
}
