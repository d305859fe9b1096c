namespace Paname.Attacks.Membership;

/// <summary>Where a number lies in a sample: the inverse of the sample's linearly interpolated quantiles.</summary>
internal static class EmpiricalPosition
{
    /// <summary>0 at the least, 1 at the greatest, the middle of the ranks among equals. Beyond them the distance in spreads is added, so that records that no quantile tells apart
    /// keep an order.</summary>
    /// <param name="value">The number.</param>
    /// <param name="sample">At least one number; sorted in place.</param>
    /// <param name="spread">The unit of distances, above 0.</param>
    /// <returns>Rises with the number.</returns>
    internal static double Of(double value, Span<double> sample, double spread)
    {
        sample.Sort();
        int last = sample.Length - 1;
        if (value > sample[last])
        {
            return 1 + ((value - sample[last]) / spread);
        }

        if (value < sample[0])
        {
            return (value - sample[0]) / spread;
        }

        int below = SortedSearch.Below(sample, value);
        int through = below;
        while (through <= last && sample[through] == value)
        {
            through++;
        }

        double rank = through > below
            ? 0.5 * (below + through - 1)
            : below - 1 + ((value - sample[below - 1]) / (sample[below] - sample[below - 1]));
        return last == 0 ? 0.5 : rank / last;
    }
}
