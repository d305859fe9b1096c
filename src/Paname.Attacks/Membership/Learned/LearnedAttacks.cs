namespace Paname.Attacks.Membership;

/// <summary>Attacks that learn: a model of the attack is fitted before it is used, never on a record that it then judges.</summary>
/// <remarks>Which record falls into which half follows from the seed and the position of records (or the order in which groups appear), not from any value: another order of the same
/// records is another split, whose AUC differs within its error.</remarks>
public static class LearnedAttacks
{
    /// <summary>A classifier of members on the target's outputs, for an attacker who knows the membership of half of the records: ML-Leaks by Salem et al. (2019), with the two halves taking turns.
    /// Every record is scored by a model fitted on the other half; verdicts rest on one half. Needs logits, probabilities or losses, and labels unless the features are probabilities alone.</summary>
    /// <param name="options">Default: a random forest on sorted probabilities, log-odds of the true class, and correctness.</param>
    /// <returns>The attack.</returns>
    public static IMembershipAttack Classifier(AttackClassifierOptions? options = null) => new ClassifierAttack(options ?? new());

    /// <summary>The shadow attack of Shokri et al., "Membership Inference Attacks against Machine Learning Models" (2017): a classifier fitted on outputs of shadow models, whose
    /// training records are known, and applied to the target. Needs all outputs of the shadow models, and labels. The paper's synthesis of training data by hill climbing is not
    /// part of it: shadow models are trained on audited records.</summary>
    /// <param name="options">Default: a random forest, one for each class where there are enough rows.</param>
    /// <returns>The attack.</returns>
    public static IMembershipAttack ShadowClassifier(ShadowClassifierOptions? options = null) => new ShadowClassifierAttack(options ?? new());

    /// <summary>The thresholds of Song and Mittal, "Systematic Evaluation of Privacy Risks of Machine Learning Models" (2021): modified entropy against a threshold for
    /// each class, fitted on shadow models. The score is the distance from the threshold. Needs all outputs of the shadow models, and labels.</summary>
    public static IMembershipAttack ShadowThreshold { get; } = new ShadowThresholdAttack();

    /// <summary>QMIA by Bertran et al., "Scalable Membership Inference Attacks via Quantile Regression" (2023): the target's score of a record against what a regression,
    /// fitted on non-members only, expects for its features and label. Every record is scored by a model fitted on non-members of the other half; verdicts rest on one half.
    /// Needs logits or probabilities, labels, and records of numbers.</summary>
    /// <param name="options">Default: five quantiles of the scaled logit.</param>
    /// <returns>The attack.</returns>
    public static IMembershipAttack QuantileRegression(QmiaOptions? options = null) => new QuantileRegressionAttack(options ?? new());
}
