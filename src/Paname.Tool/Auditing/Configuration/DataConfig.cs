namespace Paname.Tool;

/// <summary>Members and non-members: two CSV files, NPZ archives, or files of inputs (NPY, IDX) with files of labels.</summary>
internal sealed record DataConfig
{
    public string? Members { get; init; }

    public string? NonMembers { get; init; }

    /// <summary>A file (NPY, IDX) or an array's name (NPZ).</summary>
    public string? MemberLabels { get; init; }

    /// <summary>A file (NPY, IDX) or an array's name (NPZ).</summary>
    public string? NonMemberLabels { get; init; }

    /// <summary>NPZ only: the array's name.</summary>
    public string? MemberFeatures { get; init; }

    /// <summary>NPZ only: the array's name.</summary>
    public string? NonMemberFeatures { get; init; }

    public string? Label { get; init; }

    public string? Id { get; init; }

    public string? Group { get; init; }

    public IReadOnlyDictionary<string, int>? LabelMap { get; init; }

    public IReadOnlyList<string>? Features { get; init; }

    public IReadOnlyList<string>? Exclude { get; init; }

    public IReadOnlyList<string>? TextColumns { get; init; }

    public IReadOnlyList<string>? MissingTokens { get; init; }

    public double? MissingNumber { get; init; }

    public string? MissingText { get; init; }

    public string? Delimiter { get; init; }

    public bool? ShowIds { get; init; }
}
