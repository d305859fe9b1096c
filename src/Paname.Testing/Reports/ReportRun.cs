namespace Paname.Testing;

/// <summary>How, when and by whom an audit was run: what it takes to run it again.</summary>
public sealed record ReportRun
{
    /// <summary>The attack set and its version.</summary>
    public required string AttackSet { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The time there was, or <see langword="null"/> for as long as it took.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>The version of Paname.</summary>
    public required string PanameVersion { get; init; }

    /// <summary>The .NET runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>The operating system and processor kind.</summary>
    public required string Platform { get; init; }

    /// <summary>Who ran it: the build server's actor or job, or <see langword="null"/>. Never the name of a local account.</summary>
    public string? By { get; init; }

    /// <summary>The commit audited, or <see langword="null"/> outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>The address of the build server's run, or <see langword="null"/>.</summary>
    public string? BuildUrl { get; init; }
}
