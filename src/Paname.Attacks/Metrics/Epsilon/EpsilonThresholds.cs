namespace Paname.Attacks.Metrics;

/// <summary>Where the threshold of an attack comes from, and how its choice on the data is paid for.</summary>
public enum EpsilonThresholds
{
    /// <summary>
    /// Thresholds at stated ranks: the non-member of rank 1, 2, 4, 8, ... from above and the member of rank 1, 2, 4, 8, ... from below, each up to half of its
    /// side; Bonferroni over their number, which is known before any score. Distribution-free; holds with ties.
    /// </summary>
    Ranks,

    /// <summary>Every score is a threshold; Bonferroni over all members and over all non-members. Distribution-free, and wide.</summary>
    All,

    /// <summary>
    /// The corners of the ROC curve's convex hull, Bonferroni over their number, as jax_privacy does. The number is read off the data, so nothing proves the error rate:
    /// to compare with jax_privacy, never for a verdict.
    /// </summary>
    ConvexHull,

    /// <summary>The threshold is chosen on a seeded share of the records and judged on the others, without further correction.</summary>
    Split,

    /// <summary><see cref="EpsilonOptions.Threshold"/>, fixed before these scores were seen; no correction.</summary>
    Fixed,

    /// <summary>The score is a yes or no by construction, so there is one threshold, at the higher of its two values; no correction. Scores of more values are refused.</summary>
    YesOrNo,
}
