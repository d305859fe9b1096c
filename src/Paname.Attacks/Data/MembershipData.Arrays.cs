namespace Paname.Attacks.Data;

public sealed partial class MembershipData
{
    /// <summary>Wraps arrays in memory without copying them, row-major; do not change them afterwards.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/> or <see cref="byte"/>.</typeparam>
    /// <param name="members">The members' values.</param>
    /// <param name="memberLabels">The members' labels, class indices from 0.</param>
    /// <param name="nonMembers">The non-members' values.</param>
    /// <param name="nonMemberLabels">The non-members' labels.</param>
    /// <param name="shape">The shape of one record, for example <c>[26]</c> or <c>[1, 28, 28]</c>.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">Values that are not a whole number of records, NaN or an infinity, label counts that differ.</exception>
    public static MembershipData FromArrays<T>(
        ReadOnlyMemory<T> members,
        IReadOnlyList<int> memberLabels,
        ReadOnlyMemory<T> nonMembers,
        IReadOnlyList<int> nonMemberLabels,
        IReadOnlyList<int> shape)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(shape);
        int[] sizes = [.. shape];
        return new(
            Named.In("Members", () => new LabelledRecords(Records.FromArray(members, sizes), memberLabels)),
            Named.In("Non-members", () => new LabelledRecords(Records.FromArray(nonMembers, sizes), nonMemberLabels)));
    }

    /// <summary>Copies arrays of rows, one row per record.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/> or <see cref="byte"/>.</typeparam>
    /// <param name="members">The members' rows, of equal length.</param>
    /// <param name="memberLabels">The members' labels, class indices from 0.</param>
    /// <param name="nonMembers">The non-members' rows, of the same length.</param>
    /// <param name="nonMemberLabels">The non-members' labels.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">Rows of different lengths, NaN or an infinity, label counts that differ.</exception>
    public static MembershipData FromArrays<T>(T[][] members, IReadOnlyList<int> memberLabels, T[][] nonMembers, IReadOnlyList<int> nonMemberLabels)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(nonMembers);
        int width = members.Length == 0 ? 1 : members[0].Length;
        return FromArrays<T>(Flat("Members", members, width), memberLabels, Flat("Non-members", nonMembers, width), nonMemberLabels, [width]);
    }

    /// <summary>Copies matrices, one row per record.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/> or <see cref="byte"/>.</typeparam>
    /// <param name="members">The members' values: records x features.</param>
    /// <param name="memberLabels">The members' labels, class indices from 0.</param>
    /// <param name="nonMembers">The non-members' values, with as many columns.</param>
    /// <param name="nonMemberLabels">The non-members' labels.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">Different widths, NaN or an infinity, label counts that differ.</exception>
    public static MembershipData FromArrays<T>(T[,] members, IReadOnlyList<int> memberLabels, T[,] nonMembers, IReadOnlyList<int> nonMemberLabels)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(nonMembers);
        if (members.GetLength(1) != nonMembers.GetLength(1))
        {
            throw new PanameDataException(FormattableString.Invariant($"Members have {members.GetLength(1)} features and non-members {nonMembers.GetLength(1)}."));
        }

        return FromArrays<T>(Flat(members), memberLabels, Flat(nonMembers), nonMemberLabels, [members.GetLength(1)]);
    }

    /// <summary>Asks a delegate for every record once, members first, in order.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/>, <see cref="long"/>, <see cref="byte"/> or <see cref="string"/>.</typeparam>
    /// <param name="members">How many members there are.</param>
    /// <param name="nonMembers">How many non-members there are.</param>
    /// <param name="shape">The shape of one record.</param>
    /// <param name="fill">Fills a record and returns its label.</param>
    /// <returns>The data.</returns>
    /// <exception cref="PanameDataException">The delegate failed (its own message is withheld, it may hold values), gave NaN or an infinity or a negative label.</exception>
    public static MembershipData FromRows<T>(int members, int nonMembers, IReadOnlyList<int> shape, FillRecord<T> fill)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(fill);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(nonMembers, 1);
        return new(Fill("Members", true, members), Fill("Non-members", false, nonMembers));

        LabelledRecords Fill(string side, bool member, int count)
        {
            int width = shape.Aggregate(1, (product, size) => checked(product * size));
            var values = new T[checked(count * width)];
            var labels = new int[count];
            for (int i = 0; i < count; i++)
            {
                try
                {
                    labels[i] = fill(member, i, values.AsSpan(i * width, width));
                }
                catch (Exception e)
                {
                    throw new PanameDataException(
                        $"The delegate that fills records threw {e.GetType().Name} on {RecordNames.Name(member, i, null)}. Its message is withheld, since it may hold values of the record: run the delegate on that record in a debugger.");
                }
            }

            return Named.In(side, () => new LabelledRecords(new Records(new RecordField<T>("features", values, shape)), labels));
        }
    }

    private static T[] Flat<T>(string side, T[][] rows, int width)
    {
        var values = new T[checked(rows.Length * width)];
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null || rows[i].Length != width)
            {
                throw new PanameDataException(FormattableString.Invariant($"{side}, record {i + 1}: {rows[i]?.Length ?? 0} features where the first member has {width}."));
            }

            rows[i].CopyTo(values, i * width);
        }

        return values;
    }

    private static T[] Flat<T>(T[,] matrix)
    {
        var values = new T[matrix.Length];
        int next = 0;
        foreach (T value in matrix)
        {
            values[next++] = value;
        }

        return values;
    }
}
