namespace Paname.Attacks.Metrics;

/// <summary>Walks two ascending sides together, one distinct score at a time; nothing is allocated per record.</summary>
internal ref struct TieGroups(ReadOnlySpan<double> members, ReadOnlySpan<double> nonMembers)
{
    private readonly ReadOnlySpan<double> _members = members;
    private readonly ReadOnlySpan<double> _nonMembers = nonMembers;

    /// <summary>Members below the current score.</summary>
    internal int MembersBelow { get; private set; }

    /// <summary>Non-members below the current score.</summary>
    internal int NonMembersBelow { get; private set; }

    /// <summary>Members at the current score.</summary>
    internal int MembersAt { get; private set; }

    /// <summary>Non-members at the current score.</summary>
    internal int NonMembersAt { get; private set; }

    internal bool MoveNext()
    {
        MembersBelow += MembersAt;
        NonMembersBelow += NonMembersAt;
        bool hasMember = MembersBelow < _members.Length;
        bool hasNonMember = NonMembersBelow < _nonMembers.Length;
        if (!hasMember && !hasNonMember)
        {
            return false;
        }

        double score = !hasMember ? _nonMembers[NonMembersBelow]
            : !hasNonMember ? _members[MembersBelow]
            : Math.Min(_members[MembersBelow], _nonMembers[NonMembersBelow]);
        MembersAt = Run(_members, MembersBelow, score);
        NonMembersAt = Run(_nonMembers, NonMembersBelow, score);
        return true;
    }

    private static int Run(ReadOnlySpan<double> values, int start, double score)
    {
        int end = start;
        while (end < values.Length && values[end] == score)
        {
            end++;
        }

        return end - start;
    }
}
