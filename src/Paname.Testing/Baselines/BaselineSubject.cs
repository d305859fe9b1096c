namespace Paname.Testing;

/// <summary>What a baseline was measured on, and how.</summary>
public sealed record BaselineSubject
{
    /// <summary>The model's name: its file name.</summary>
    public required string Target { get; init; }

    /// <summary>SHA-256 of the model, or <see langword="null"/> for a delegate.</summary>
    public string? TargetFingerprint { get; init; }

    /// <summary>SHA-256 of the data.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>How many members were audited, 1 or more.</summary>
    public required int Members { get; init; }

    /// <summary>How many non-members were audited, 1 or more.</summary>
    public required int NonMembers { get; init; }

    /// <summary>The attack set and its version.</summary>
    public required string AttackSet { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The version of Paname; informational.</summary>
    public required string PanameVersion { get; init; }
}
