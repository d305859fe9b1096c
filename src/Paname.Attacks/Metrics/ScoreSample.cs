using Paname.Attacks.Data;

namespace Paname.Attacks.Metrics;

/// <summary>
/// The attack scores of members and non-members, checked and sorted once; every metric reads it. A higher score means "member".
/// Positive and negative infinity are scores like others; NaN is refused.
/// </summary>
public sealed class ScoreSample
{
    private AucMoments? _moments;

    private ScoreSample(SortedScores members, SortedScores nonMembers, int groups, ulong[] groupHashes)
    {
        MemberScores = members;
        NonMemberScores = nonMembers;
        Groups = groups;
        GroupHashes = groupHashes;
        MemberGroups = members.CountGroups(groups);
        NonMemberGroups = nonMembers.CountGroups(groups);
        IsTwoValued = TwoValuedScores.Are(members.Values, nonMembers.Values);
    }

    /// <summary>How many member scores there are.</summary>
    public int Members => MemberScores.Count;

    /// <summary>How many non-member scores there are.</summary>
    public int NonMembers => NonMemberScores.Count;

    /// <summary>Whether both sides together hold exactly two distinct scores, as a correctness attack gives.</summary>
    public bool IsTwoValued { get; }

    /// <summary>Whether some group holds more than one record, on one side or across both; intervals then count groups, not records.</summary>
    public bool HasGroups => MemberScores.GroupIds is not null;

    /// <summary>How many groups have a member; the number of members when there are no groups.</summary>
    public int MemberGroups { get; }

    /// <summary>How many groups have a non-member; the number of non-members when there are no groups.</summary>
    public int NonMemberGroups { get; }

    internal SortedScores MemberScores { get; }

    internal SortedScores NonMemberScores { get; }

    /// <summary>Distinct groups over both sides; 0 without groups.</summary>
    internal int Groups { get; }

    internal ulong[] GroupHashes { get; }

    internal AucMoments Moments => _moments ??= HasGroups ? ClusteredDeLong.Compute(this) : DeLong.Compute(this);

    /// <summary>Checks and sorts scores; the inputs are copied and left as they are. The order of records never matters.</summary>
    /// <param name="memberScores">One score per member; higher = member.</param>
    /// <param name="nonMemberScores">One score per non-member.</param>
    /// <param name="memberGroups">The group (person, household) of each member, compared ordinally; none when every record stands alone.</param>
    /// <param name="nonMemberGroups">The group of each non-member; a group may have records on both sides.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="PanameDataException">A side is empty, a score is NaN, or a group is missing; names the side and the index of the record.</exception>
    /// <exception cref="ArgumentException">The groups are not one per record.</exception>
    public static ScoreSample Create(
        ReadOnlySpan<double> memberScores,
        ReadOnlySpan<double> nonMemberScores,
        IReadOnlyList<string>? memberGroups = null,
        IReadOnlyList<string>? nonMemberGroups = null)
    {
        double[] members = SortedScores.CheckedCopy(memberScores, "member");
        double[] nonMembers = SortedScores.CheckedCopy(nonMemberScores, "non-member");
        ScoreGroups? groups = ScoreGroups.Find(members, nonMembers, memberGroups, nonMemberGroups);
        SortedScores.SortBoth(members, groups?.MemberIds, nonMembers, groups?.NonMemberIds);
        return new(new(members, groups?.MemberIds), new(nonMembers, groups?.NonMemberIds), groups?.Count ?? 0, groups?.Hashes ?? []);
    }

    /// <summary>One record of each group, drawn with the seed without a look at the scores' values; the sample itself when there are no groups.</summary>
    /// <remarks>A group with records on both sides goes to the side of the record drawn. A side may end up empty.</remarks>
    internal (SortedScores Members, SortedScores NonMembers) OnePerGroup(int seed) =>
        HasGroups ? GroupDraw.Draw(this, seed) : (MemberScores, NonMemberScores);
}
