using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>How well the raw inputs alone tell members from non-members.</summary>
/// <param name="Auc">On the held-out half, with one-sided 95 % bounds. Where the split is not <see cref="Shifted"/>, a shift is "not excluded up to" the upper one.</param>
/// <param name="StrictLower">The lower bound at 99.9 %.</param>
/// <param name="Members">Members of the held-out half.</param>
/// <param name="NonMembers">Non-members of the held-out half.</param>
/// <param name="Notes">How it was run, one clause each without a final full stop.</param>
public sealed record BlindBaselineResult(BoundedEstimate Auc, double StrictLower, int Members, int NonMembers, IReadOnlyList<string> Notes)
{
    /// <summary>Whether members and non-members are proven to differ before any model is asked: <see cref="StrictLower"/> above 0.5 and an AUC of 0.52 or more.
    /// Attacks on such a split may measure the shift instead of the model, so that neither Pass nor Fail stands.</summary>
    public bool Shifted => StrictLower > 0.5 && Auc.Value >= 0.52;
}
