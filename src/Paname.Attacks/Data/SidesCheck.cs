using System.Globalization;

namespace Paname.Attacks.Data;

/// <summary>What members and non-members must have in common to be scored by one model.</summary>
internal static class SidesCheck
{
    internal static void Check(LabelledRecords members, LabelledRecords nonMembers)
    {
        if (ReferenceEquals(members, nonMembers) || ReferenceEquals(members.Records, nonMembers.Records))
        {
            throw new PanameDataException("Members and non-members are the same records. Give held-out records as non-members.");
        }

        if ((members.Groups is null) != (nonMembers.Groups is null))
        {
            throw new PanameDataException("Only one side has groups. Give every record of both sides its group, or leave groups out.");
        }

        IReadOnlyList<RecordField> left = members.Records.Fields;
        IReadOnlyList<RecordField> right = nonMembers.Records.Fields;
        if (left.Count != right.Count)
        {
            throw new PanameDataException($"Members have {Number(left.Count)} fields, non-members {Number(right.Count)}. Both sides need the same fields.");
        }

        for (int i = 0; i < left.Count; i++)
        {
            CheckField(left[i], right[i]);
        }
    }

    private static void CheckField(RecordField left, RecordField right)
    {
        if (left.Name != right.Name)
        {
            throw new PanameDataException($"Members have a field '{left.Name}' where non-members have '{right.Name}'. Both sides need the same fields in the same order.");
        }

        if (left.ElementType != right.ElementType)
        {
            throw new PanameDataException($"Field '{left.Name}' holds {left.ElementType.Name} values for members and {right.ElementType.Name} for non-members. Convert one side.");
        }

        if (!left.Shape.SequenceEqual(right.Shape))
        {
            throw new PanameDataException($"Field '{left.Name}' has shape {Shape(left)} for members and {Shape(right)} for non-members.");
        }

        if (left.Columns is not null && right.Columns is not null && !left.Columns.SequenceEqual(right.Columns, StringComparer.Ordinal))
        {
            throw new PanameDataException($"Field '{left.Name}' has other column names, or another order of them, for members than for non-members.");
        }
    }

    private static string Shape(RecordField field) => "[" + string.Join(", ", field.Shape.Select(Number)) + "]";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
