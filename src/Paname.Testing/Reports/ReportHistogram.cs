namespace Paname.Testing;

/// <summary>How many scores of members and of non-members fall between edges. Scores beyond the edges, infinite ones too, count in the outermost bins.</summary>
/// <param name="Edges">Rising, one more than there are bins.</param>
/// <param name="Members">Members in each bin.</param>
/// <param name="NonMembers">Non-members in each bin.</param>
public sealed record ReportHistogram(IReadOnlyList<double> Edges, IReadOnlyList<int> Members, IReadOnlyList<int> NonMembers);
