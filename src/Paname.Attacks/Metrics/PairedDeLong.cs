using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>Compares two scores of the same records (DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or more correlated ROC curves", 1988).</summary>
public static class PairedDeLong
{
    /// <summary>Compares; record i is the same record in both scores of a side. Records must be independent of one another.</summary>
    /// <param name="firstMembers">First score of each member; higher = member.</param>
    /// <param name="firstNonMembers">First score of each non-member.</param>
    /// <param name="secondMembers">Second score of each member.</param>
    /// <param name="secondNonMembers">Second score of each non-member.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The two scores differ in length, or a side has fewer than two records.</exception>
    /// <exception cref="PanameDataException">A score is NaN.</exception>
    public static PairedAucComparison Compare(
        ReadOnlySpan<double> firstMembers,
        ReadOnlySpan<double> firstNonMembers,
        ReadOnlySpan<double> secondMembers,
        ReadOnlySpan<double> secondNonMembers)
    {
        CheckSide(firstMembers, secondMembers, nameof(secondMembers));
        CheckSide(firstNonMembers, secondNonMembers, nameof(secondNonMembers));
        ScoreSample first = ScoreSample.Create(firstMembers, firstNonMembers);
        ScoreSample second = ScoreSample.Create(secondMembers, secondNonMembers);
        double variance = DifferenceVariance(first, firstMembers, second, secondMembers, ofMembers: true)
            + DifferenceVariance(first, firstNonMembers, second, secondNonMembers, ofMembers: false);
        double difference = first.Moments.Data.Auc - second.Moments.Data.Auc;
        double z = difference == 0 ? 0 : difference / Math.Sqrt(variance);
        return new(first.Moments.Data.Auc, second.Moments.Data.Auc, variance, z, 2 * Quantiles.NormalCdf(-Math.Abs(z)));
    }

    // Whole-number placements: the sums are exact and do not depend on the order of records.
    private static double DifferenceVariance(
        ScoreSample first, ReadOnlySpan<double> firstScores, ScoreSample second, ReadOnlySpan<double> secondScores, bool ofMembers)
    {
        SortedScores firstOpponents = ofMembers ? first.NonMemberScores : first.MemberScores;
        SortedScores secondOpponents = ofMembers ? second.NonMemberScores : second.MemberScores;
        Int128 sum = 0;
        Int128 squares = 0;
        for (int i = 0; i < firstScores.Length; i++)
        {
            long d = Reached(firstOpponents, firstScores[i]) - Reached(secondOpponents, secondScores[i]);
            sum += d;
            squares += (Int128)d * d;
        }

        double n = firstScores.Length;
        double opponents = firstOpponents.Count;
        return (double)((firstScores.Length * squares) - (sum * sum)) / (n * n * (n - 1) * 4 * opponents * opponents);
    }

    // Twice the opponents below plus those tied: as the variance is even, members' and non-members' orientation needs no distinction.
    private static long Reached(SortedScores opponents, double score) => (2L * opponents.Count) - opponents.AtLeast(score) - opponents.Above(score);

    private static void CheckSide(ReadOnlySpan<double> first, ReadOnlySpan<double> second, string name)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException("Both scores are of the same records: give as many second as first scores.", name);
        }

        if (first.Length < 2)
        {
            throw new ArgumentException("A comparison needs two records of each side at least.", name);
        }
    }
}
