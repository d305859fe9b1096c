namespace Paname.Attacks.Membership;

/// <summary>Sums that do not depend on the order of their terms.</summary>
internal static class StableSum
{
    /// <summary>The sum over records of one view of a value, records x views.</summary>
    internal static double OfView(ReadOnlySpan<double> values, int views, int view)
    {
        var terms = new double[values.Length / views];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = values[(i * views) + view];
        }

        return Of(terms);
    }

    /// <summary>The sum; sorts the terms in place.</summary>
    internal static double Of(Span<double> terms)
    {
        terms.Sort();
        double sum = 0;
        foreach (double term in terms)
        {
            sum += term;
        }

        return sum;
    }
}
