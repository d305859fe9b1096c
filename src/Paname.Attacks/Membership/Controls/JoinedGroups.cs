using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>The groups of both sides as one list.</summary>
internal static class JoinedGroups
{
    /// <summary>Members' groups, then non-members'; <see langword="null"/> when neither side has any. Records of a side without groups stand alone.</summary>
    internal static string[]? Of(MembershipData data)
    {
        if (data.Members.Groups is null && data.NonMembers.Groups is null)
        {
            return null;
        }

        return [.. Of(data.Members, "member"), .. Of(data.NonMembers, "non-member")];
    }

    private static IEnumerable<string> Of(LabelledRecords side, string name)
        => side.Groups ?? Enumerable.Range(0, side.Count).Select(i => FormattableString.Invariant($"\0{name} {i}"));
}
