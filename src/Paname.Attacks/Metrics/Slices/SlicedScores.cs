using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics.Slices;

/// <summary>The scores of one attack, taken apart by class, group or any other key.</summary>
public sealed class SlicedScores
{
    private SlicedScores(string attack, ScoreSlice[] slices)
    {
        Attack = attack;
        Slices = slices;
    }

    /// <summary>The attack's name.</summary>
    public string Attack { get; }

    /// <summary>All slices, by name; those without members or non-members too.</summary>
    public IReadOnlyList<ScoreSlice> Slices { get; }

    /// <summary>Takes scores apart. The order of records never matters; the inputs are left as they are.</summary>
    /// <param name="attack">The attack's name.</param>
    /// <param name="scores">One per audited record, members first, higher = member.</param>
    /// <param name="members">How many of the records are members.</param>
    /// <param name="slices">The name of each record's slice, compared ordinally: a class or an opaque id, since reports print it. It must not depend on the model's outputs.</param>
    /// <param name="groups">The group (person, household) of each record; default <see langword="null"/>: all are independent.</param>
    /// <param name="judged">The records that bounds may rest on, as the attack named them; default <see langword="null"/>: all.</param>
    /// <returns>One sample per slice.</returns>
    /// <exception cref="PanameDataException">Names or groups are not one per record, one is missing, or a score is NaN.</exception>
    public static SlicedScores Create(
        string attack, ReadOnlySpan<double> scores, int members, IReadOnlyList<string> slices, IReadOnlyList<string>? groups = null, IReadOnlyList<int>? judged = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(attack);
        ArgumentNullException.ThrowIfNull(slices);
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, scores.Length);
        if (slices.Count != scores.Length || (groups?.Count ?? scores.Length) != scores.Length)
        {
            throw new PanameDataException(FormattableString.Invariant($"There are {slices.Count} slice names and {groups?.Count} groups for {scores.Length} scores. Give one per record."));
        }

        double[] all = scores.ToArray();
        ILookup<string, int> records = (judged ?? [.. Enumerable.Range(0, all.Length)]).ToLookup(record => slices[record] ?? string.Empty, StringComparer.Ordinal);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < slices.Count; i++)
        {
            names.Add(string.IsNullOrEmpty(slices[i])
                ? throw new PanameDataException(FormattableString.Invariant($"The slice of record {i} (counting from 0) has no name. Give every record one; nothing is left out."))
                : slices[i]);
        }

        return new SlicedScores(attack, [.. names.Select(name => Slice(name, [.. records[name]], all, members, groups))]);
    }

    /// <summary>Slices by true class.</summary>
    /// <param name="labels">The class of each record, from 0.</param>
    /// <param name="names">The classes' names; default <see langword="null"/>: "class 0", "class 1", ...</param>
    /// <returns>One slice name per record.</returns>
    /// <exception cref="PanameDataException">A label has no name.</exception>
    public static IReadOnlyList<string> ByClass(IReadOnlyList<int> labels, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return
        [
            .. labels.Select((label, i) =>
                names is null ? FormattableString.Invariant($"class {label}")
                : label >= 0 && label < names.Count ? names[label]
                : throw new PanameDataException(FormattableString.Invariant($"The label of record {i} (counting from 0) is none of the {names.Count} classes named."))),
        ];
    }

    private static ScoreSlice Slice(string name, int[] records, double[] scores, int members, IReadOnlyList<string>? groups)
    {
        int[] first = [.. records.Where(record => record < members)];
        int[] second = [.. records.Where(record => record >= members)];
        return new ScoreSlice(name, first.Length, second.Length, first.Length == 0 || second.Length == 0 ? null : ScoreSample.Create(
            Array.ConvertAll(first, record => scores[record]),
            Array.ConvertAll(second, record => scores[record]),
            groups is null ? null : Array.ConvertAll(first, record => groups[record]),
            groups is null ? null : Array.ConvertAll(second, record => groups[record])));
    }
}
