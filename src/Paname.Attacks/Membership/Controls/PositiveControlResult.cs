using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>Whether an attack found a leak that was planted.</summary>
/// <param name="PlantedAuc">The AUC that the planted records alone give an attack which ranks them rightly: what a sound attack reaches at least, on average.</param>
/// <param name="Share">The share of members, and of non-members, that were replaced by canaries; 0 when not run.</param>
/// <param name="Auc">What the attack reached on the leaky twin, with one-sided 95 % bounds.</param>
/// <param name="NotRun">Why the control was not run, as "needs ...", or <see langword="null"/>.</param>
public sealed record PositiveControlResult(double PlantedAuc, double Share, BoundedEstimate Auc, string? NotRun = null)
{
    /// <summary>Whether the lower bound lies above 0.5. An attack that misses the planted leak proves nothing by finding none: a Pass becomes Inconclusive, never a Fail.</summary>
    public bool Detected => NotRun is null && Auc.Lower > 0.5;

    internal static PositiveControlResult Refused(double planted, string reason) => new(planted, 0, new BoundedEstimate(0.5, 0, 1, 0.5), reason);
}
