using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>One metric of a run as a baseline holds it: one retraining, its own anchor.</summary>
internal static class ReceivedMetric
{
    internal static BaselineMetric Of(BoundedEstimate estimate, int members, int nonMembers, string? model, bool gated) => new()
    {
        Estimate = estimate.Value,
        Lower = estimate.Lower,
        Upper = estimate.Upper,
        StandardError = estimate.StandardError,
        Members = members,
        NonMembers = nonMembers,
        Gated = gated,
        Retrainings = new BaselineRetrainings([estimate.Value], [model]),
        Anchor = new BaselineAnchor(estimate.Value, estimate.StandardError, 1, null),
    };

    /// <summary>Sizes are counted in groups where records come in groups.</summary>
    internal static BaselineMetric Of(BoundedEstimate estimate, ScoreSample sample, string? model, bool gated)
        => Of(estimate, sample.MemberGroups, sample.NonMemberGroups, model, gated);

    /// <summary>The name of a criterion's metric under an attack: "Loss auc", "Loss tpr@0.01".</summary>
    internal static string Name(string attack, ILimitCriterion criterion) => $"{attack} {Key(criterion)}";

    internal static string Key(ILimitCriterion criterion) => criterion.Key.ToLowerInvariant();
}
