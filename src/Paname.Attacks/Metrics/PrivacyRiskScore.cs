using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>
/// The privacy risk score: the probability that a record with such a loss is a member, from histograms of both sides
/// (Song and Mittal, "Systematic evaluation of privacy risks of machine learning models", 2021).
/// </summary>
public static class PrivacyRiskScore
{
    // TensorFlow Privacy's floor for losses of 0, whose logarithm does not exist.
    private const double SmallestLoss = 1e-10;

    /// <summary>
    /// Scores every record by the histogram of both sides on the same model: bins of equal width in ln(loss), each side weighted alike. Computed on the records it
    /// describes, it is optimistic: it ranks records for a person to look at and is no attack result.
    /// </summary>
    /// <param name="memberLosses">Loss (or another value, lower for records the model knows) of each member, 0 or more; losses under 1e-10 count as 1e-10.</param>
    /// <param name="nonMemberLosses">Loss of each non-member.</param>
    /// <param name="bins">Number of bins, 1 at least; 15 by default.</param>
    /// <returns>Per member and per non-member: the share of members in its bin, from 0 to 1.</returns>
    /// <exception cref="PanameDataException">A side is empty, or a loss is NaN, negative or infinite.</exception>
    public static (double[] Members, double[] NonMembers) Compute(ReadOnlySpan<double> memberLosses, ReadOnlySpan<double> nonMemberLosses, int bins = 15)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        double[] members = Logarithms(memberLosses, "member");
        double[] nonMembers = Logarithms(nonMemberLosses, "non-member");
        double low = Math.Min(members.Min(), nonMembers.Min());
        double high = Math.Max(members.Max(), nonMembers.Max());
        int[] memberBins = Bins(members, low, high, bins);
        int[] nonMemberBins = Bins(nonMembers, low, high, bins);
        int[] memberCounts = new int[bins];
        int[] nonMemberCounts = new int[bins];
        Array.ForEach(memberBins, b => memberCounts[b]++);
        Array.ForEach(nonMemberBins, b => nonMemberCounts[b]++);
        double[] shares = new double[bins];
        for (int b = 0; b < bins; b++)
        {
            double share = (double)memberCounts[b] / members.Length;
            double other = (double)nonMemberCounts[b] / nonMembers.Length;
            shares[b] = share == 0 ? 0 : share / (share + other);
        }

        return (Array.ConvertAll(memberBins, b => shares[b]), Array.ConvertAll(nonMemberBins, b => shares[b]));
    }

    private static int[] Bins(double[] logarithms, double low, double high, int bins) =>
        Array.ConvertAll(logarithms, v => high == low ? 0 : Math.Min(bins - 1, (int)((v - low) / (high - low) * bins)));

    private static double[] Logarithms(ReadOnlySpan<double> losses, string side)
    {
        double[] values = SortedScores.CheckedCopy(losses, side);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < 0 || double.IsPositiveInfinity(values[i]))
            {
                throw new PanameDataException(FormattableString.Invariant($"The loss of {side} {i} (counting from 0) is negative or infinite. Give finite losses of 0 or more."));
            }

            values[i] = Math.Log(Math.Max(values[i], SmallestLoss));
        }

        return values;
    }
}
