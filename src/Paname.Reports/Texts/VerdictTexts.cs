namespace Paname.Reports.Texts;

/// <summary>Words of gates and their verdicts.</summary>
internal sealed record VerdictTexts
{
    internal required string Title { get; init; }

    internal required string Caption { get; init; }

    internal required string None { get; init; }

    internal required string Test { get; init; }

    internal required string UnnamedTest { get; init; }

    internal required string Metric { get; init; }

    internal required string Limit { get; init; }

    internal required string Verdict { get; init; }

    internal required string Strongest { get; init; }

    internal required string Estimate { get; init; }

    internal required string Lower { get; init; }

    internal required string Upper { get; init; }

    internal required string NoLimit { get; init; }

    internal required string WhatTheTestSaid { get; init; }

    internal required string Below { get; init; }

    internal required string LeakProven { get; init; }

    internal required string LeakNotProven { get; init; }

    internal required string PointEstimate { get; init; }

    internal required string Pass { get; init; }

    internal required string Fail { get; init; }

    internal required string Inconclusive { get; init; }

    internal required string NotApplicable { get; init; }

    internal required string NotRefuted { get; init; }

    internal required string Worse { get; init; }

    internal required string Same { get; init; }

    internal required string Better { get; init; }

    internal required string Missing { get; init; }

    internal required string Changed { get; init; }

    internal required string Unreadable { get; init; }

    internal required string DoesNotHold { get; init; }

    internal required string Baseline { get; init; }

    internal required string Findings { get; init; }

    internal required string BlocksPass { get; init; }

    internal required string BlocksFail { get; init; }

    internal required string NoFindings { get; init; }
}
