namespace Paname.Testing;

/// <summary>One test that judged an audit: a limit, a baseline or a claimed epsilon.</summary>
public sealed record ReportGate
{
    /// <summary>The test's name, or <see langword="null"/> when unknown.</summary>
    public string? Test { get; init; }

    /// <summary>"xUnit", "NUnit" or "paname".</summary>
    public required string Framework { get; init; }

    /// <summary>What was judged: "limit", "baseline" or "epsilon".</summary>
    public required string Kind { get; init; }

    /// <summary>The metric: "auc", "tpr@0.01", "auc per class", "epsilon"; of a baseline the metric that decided, or "baseline".</summary>
    public required string Metric { get; init; }

    /// <summary>The limit or the claim; <see langword="null"/> for a baseline.</summary>
    public double? Limit { get; init; }

    /// <summary>How the numbers were read, or <see langword="null"/>.</summary>
    public string? Evidence { get; init; }

    /// <summary>The verdict: "Pass", "Fail", "Inconclusive", "NotApplicable" of a limit; "Worse", "Same", "Better" and others of a baseline; "Fail" or "NotRefuted" of a claimed epsilon.</summary>
    public required string Verdict { get; init; }

    /// <summary>Whether the test passed.</summary>
    public required bool Holds { get; init; }

    /// <summary>The strongest attack, or <see langword="null"/>.</summary>
    public string? Attack { get; init; }

    /// <summary>Its estimate, or <see langword="null"/>.</summary>
    public double? Estimate { get; init; }

    /// <summary>Its lower bound, or <see langword="null"/>.</summary>
    public double? Lower { get; init; }

    /// <summary>Its upper bound, or <see langword="null"/>.</summary>
    public double? Upper { get; init; }

    /// <summary>The judgement in full, as the test printed it.</summary>
    public required string Message { get; init; }

    /// <summary>The source file of the test relative to the repository, or <see langword="null"/>.</summary>
    public string? File { get; init; }

    /// <summary>The line in that file, or <see langword="null"/>.</summary>
    public int? Line { get; init; }
}
