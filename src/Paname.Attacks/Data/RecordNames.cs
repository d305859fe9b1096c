namespace Paname.Attacks.Data;

/// <summary>The one spelling of a record in messages: side and position, no value.</summary>
internal static class RecordNames
{
    internal static string Name(bool member, int index, IReadOnlyList<string>? shownIds)
    {
        string name = FormattableString.Invariant($"{(member ? "member" : "non-member")} #{index + 1}");
        return shownIds is null ? name : $"{name} (id {shownIds[index]})";
    }
}
