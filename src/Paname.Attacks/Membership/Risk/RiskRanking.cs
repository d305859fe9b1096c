using Paname.Attacks.Data;

namespace Paname.Attacks.Membership.Risk;

/// <summary>Ranks records by any measure of risk: vulnerability, privacy risk score, SHAPr, PDTP.</summary>
/// <remarks>A ranking is chosen on the data it shows: its top values are too high in the mean. It is for a person to look at, and never a verdict.</remarks>
public static class RiskRanking
{
    /// <summary>The records with the highest risk.</summary>
    /// <param name="risks">One value per record, higher = riskier; infinities are values like others.</param>
    /// <param name="count">How many records, 1 at least; more are given where others tie with the last.</param>
    /// <param name="name">Names a record by its zero-based index with an opaque id; never a value of the record.</param>
    /// <returns>By rank, then by name: the order of records does not matter.</returns>
    /// <exception cref="PanameDataException">A value is NaN; names its index.</exception>
    public static IReadOnlyList<RankedRecord> Top(ReadOnlySpan<double> risks, int count, Func<int, string> name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(name);
        double[] sorted = risks.ToArray();
        int bad = Array.FindIndex(sorted, double.IsNaN);
        if (bad >= 0)
        {
            throw new PanameDataException(FormattableString.Invariant($"The risk of record {bad} (counting from 0) is NaN. Give every record a number; nothing is left out."));
        }

        int[] records = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, records);
        Array.Reverse(sorted);
        Array.Reverse(records);
        List<RankedRecord> ranked = [];
        for (int i = 0; i < sorted.Length && (i < count || sorted[i] == sorted[count - 1]); i++)
        {
            int rank = i > 0 && sorted[i] == sorted[i - 1] ? ranked[^1].Rank : i + 1;
            ranked.Add(new RankedRecord(rank, records[i], name(records[i]), sorted[i]));
        }

        return [.. ranked.OrderBy(r => r.Rank).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Record)];
    }
}
