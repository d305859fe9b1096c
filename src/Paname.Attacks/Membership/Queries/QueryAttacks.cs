namespace Paname.Attacks.Membership;

/// <summary>The attacks that ask the live target about other records than the audited ones, or look inside it. Each needs <see cref="MembershipObservations.Access"/>.</summary>
public static class QueryAttacks
{
    /// <summary>The label-only attack by distance to the decision boundary, of Choquette-Choo, Tramèr, Carlini, Papernot, "Label-Only Membership Inference Attacks" (2021) and
    /// Li, Zhang, "Membership Leakage in Label-Only Exposures" (2021): records far from where the model changes its mind are taken for members. The distance is found by HopSkipJump (Chen, Jordan,
    /// Wainwright, "HopSkipJumpAttack: A Query-Efficient Decision-Based Attack", 2020) from predicted classes alone; 0 for a record that is classified wrongly.</summary>
    /// <param name="options">Effort, budget and units; default <see langword="null"/>: the documented defaults.</param>
    /// <returns>The attack "BoundaryDistance".</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its documented range.</exception>
    public static IMembershipAttack BoundaryDistance(BoundaryDistanceOptions? options = null) => new BoundaryDistanceAttack(options ?? new BoundaryDistanceOptions());

    /// <summary>The label-only attack by augmentations, of Choquette-Choo, Tramèr, Carlini, Papernot, "Label-Only Membership Inference Attacks" (2021): records that stay rightly classified
    /// under small changes are taken for members. The score is the share of right predictions over the record and its changed copies, without the shadow model that the paper fits on the vector of them.</summary>
    /// <param name="options">The changes and the budget; default <see langword="null"/>: the documented defaults.</param>
    /// <returns>The attack "AugmentationRobustness".</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its documented range.</exception>
    public static IMembershipAttack Robustness(RobustnessOptions? options = null) => new RobustnessAttack(options ?? new RobustnessOptions());

    /// <summary>The white-box attack by gradient norm, after Nasr, Shokri, Houmansadr, "Comprehensive Privacy Analysis of Deep Learning" (2019): records whose own loss has a small gradient
    /// with respect to the parameters are taken for members.</summary>
    /// <param name="options">The parameters to look at; default <see langword="null"/>: all of them.</param>
    /// <returns>The attack "GradientNorm".</returns>
    public static IMembershipAttack GradientNorm(GradientNormOptions? options = null) => new GradientNormAttack(options ?? new GradientNormOptions());

    /// <summary>The attack Merlin of Jayaraman, Wang, Knipmeyer, Gu, Evans, "Revisiting Membership Inference Under Realistic Assumptions" (2021): records at a local minimum of the loss, where it
    /// rises whichever way the record is changed a little, are taken for members. The score is the share of changed copies with a higher loss; an equal loss counts one half.</summary>
    /// <param name="options">Number and size of the changes, and the budget; default <see langword="null"/>: the documented defaults.</param>
    /// <returns>The attack "NoiseStability".</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its documented range.</exception>
    public static IMembershipAttack NoiseStability(NoiseStabilityOptions? options = null) => new NoiseStabilityAttack(options ?? new NoiseStabilityOptions());
}
