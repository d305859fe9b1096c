namespace Paname.Testing;

/// <summary>The fields of each object of the format, in ordinal order: what the writer writes, the reader requires and the schema lists.</summary>
internal static class BaselineFields
{
    internal static readonly string[] File = ["acceptances", "margin", "metrics", "notApplicable", "proposal", "schema", "subject", "test", "tolerance"];

    internal static readonly string[] Acceptance = ["date", "kind", "metrics", "reason"];

    internal static readonly string[] Metric =
        ["anchor", "estimate", "gated", "higherIsWorse", "lower", "members", "nonMembers", "pairedStandardError", "retrainings", "standardError", "upper"];

    internal static readonly string[] Anchor = ["count", "dataFingerprint", "mean", "standardDeviation", "standardError"];

    internal static readonly string[] Retrainings = ["count", "mean", "models", "standardDeviation", "values"];

    internal static readonly string[] Proposal = ["estimates", "targetFingerprint"];

    internal static readonly string[] Subject =
        ["attackSet", "dataFingerprint", "members", "nonMembers", "panameVersion", "seed", "target", "targetFingerprint"];
}
