namespace Paname.Testing;

/// <summary>One metric of a baseline.</summary>
public sealed record BaselineMetric
{
    /// <summary>The estimate of the run last accepted: an AUC or a rate lies from 0 to 1, an epsilon at 0 or above.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its lower one-sided 95 % bound.</summary>
    public required double Lower { get; init; }

    /// <summary>Its upper one-sided 95 % bound.</summary>
    public required double Upper { get; init; }

    /// <summary>Its standard error over records, 0 or more.</summary>
    public required double StandardError { get; init; }

    /// <summary>Members (groups of members) it rests on, 1 or more.</summary>
    public required int Members { get; init; }

    /// <summary>Non-members (groups of non-members) it rests on, 1 or more.</summary>
    public required int NonMembers { get; init; }

    /// <summary>Whether a higher value is worse: true of a leak, false of a model's usefulness.</summary>
    public bool HigherIsWorse { get; init; } = true;

    /// <summary>Whether a worse value fails the test; otherwise it is shown only.</summary>
    public required bool Gated { get; init; }

    /// <summary>The retrainings it rests on, at least one: the estimate of each, in the order of acceptance.</summary>
    public required BaselineRetrainings Retrainings { get; init; }

    /// <summary>The value that slow creep is held against; in a received file the value itself.</summary>
    public required BaselineAnchor Anchor { get; init; }

    /// <summary>In a received file only: the standard error of the difference to the verified value, over the same records with the verified model's file re-scored in the
    /// same run (paired DeLong); otherwise <see langword="null"/>.</summary>
    public double? PairedStandardError { get; init; }
}
