namespace Paname.Testing;

/// <summary>What was audited: a model and the records it did and did not learn from.</summary>
public sealed record ReportSubject
{
    /// <summary>The model's name: its file name.</summary>
    public required string Target { get; init; }

    /// <summary>SHA-256 of the model, or <see langword="null"/> for a delegate.</summary>
    public string? TargetFingerprint { get; init; }

    /// <summary>SHA-256 of the data.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>How many members were audited.</summary>
    public required int Members { get; init; }

    /// <summary>How many non-members were audited.</summary>
    public required int NonMembers { get; init; }

    /// <summary>Share of members classified rightly, or <see langword="null"/> when unknown.</summary>
    public double? MemberAccuracy { get; init; }

    /// <summary>Share of non-members classified rightly, or <see langword="null"/> when unknown.</summary>
    public double? NonMemberAccuracy { get; init; }

    /// <summary>How many parameters the model has, or <see langword="null"/> when unknown: EDPB Opinion 28/2024, paragraph 58 (e), asks for their ratio to the training records.</summary>
    public long? Parameters { get; init; }

    /// <summary>Where the shadow models came from, as one clause, or <see langword="null"/> when there were none.</summary>
    public string? Shadows { get; init; }
}
