namespace Paname.Attacks.Membership;

/// <summary>Attacks that compare the target with shadow models: models like it, trained on known records.</summary>
public static class ShadowAttacks
{
    /// <summary>The likelihood ratio attack of Carlini, Chien, Nasr, Song, Terzis and Tramer, "Membership Inference Attacks From First Principles" (2022).</summary>
    /// <remarks>
    /// Online: log N(signal; in) - log N(signal; out), with a Gaussian of the signals of the models trained on the record and one of those trained without it. Offline: the
    /// number of standard deviations z by which the signal lies above the models trained without it, which ranks as the paper's one-sided p-value does and never saturates
    /// (<see cref="GaussianTail"/> turns z into the p-value). Several views: the mean over views, each with Gaussians of its own. Residuals of a regression: Gaussians of the signed
    /// residual online; offline of its size, negated.
    /// </remarks>
    /// <param name="options">Form, variance and centre; default as <see cref="LiraOptions"/> says.</param>
    /// <returns>The attack.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option has no such value.</exception>
    public static IMembershipAttack Lira(LiraOptions? options = null) => new LiraAttack(options);

    /// <summary>RMIA, the attack of Zarifzadeh, Liu and Shokri, "Low-Cost High-Power Membership Inference Attacks" (2024).</summary>
    /// <remarks>
    /// Ranks by log p(x) - log p-bar(x), p being the probability of the true class. Online, p-bar is the mean of what models trained on the record and models trained without it give,
    /// each kind counting one half; offline ((1 + a) out + 1 - a) / 2. The paper's score, the share of population records that are dominated, ranks alike but for ties and is
    /// <see cref="Membership.Rmia.Dominated(Paname.Attacks.Shadows.ShadowObservations, RmiaOptions?, CancellationToken)"/>. Several views: the mean over views of the logarithm. Residuals of a
    /// regression: p is their Gaussian density as a share of its peak, with the variance pooled over models trained without the record.
    /// </remarks>
    /// <param name="options">Form and a; default as <see cref="RmiaOptions"/> says.</param>
    /// <returns>The attack.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static IMembershipAttack Rmia(RmiaOptions? options = null) => new RmiaAttack(options);

    /// <summary>Difficulty calibration of Watson, Guo, Cormode and Sablayrolles, "On the Importance of Difficulty Calibration in Membership Inference Attacks" (2022).</summary>
    /// <remarks>The negated loss of the target less the middle of the negated losses of shadow models. Several views are averaged first.</remarks>
    /// <param name="options">References, centre and signal; default as <see cref="CalibrationOptions"/> says: the mean loss of models trained without the record.</param>
    /// <returns>The attack.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option has no such value.</exception>
    public static IMembershipAttack CalibratedLoss(CalibrationOptions? options = null) => new CalibratedLossAttack(options);

    /// <summary>BASE, the attack of Lassila, Östman, Ngo and Graell i Amat, "Practical Bayes-Optimal Membership Inference Attacks" (2025).</summary>
    /// <remarks>Ranks by log p(x) less the logarithm of the mean of what all shadow models give. Where every record is in half of the models that is RMIA's online ranking, and the
    /// attack is not applicable. Several views: the mean over views.</remarks>
    public static IMembershipAttack Base { get; } = new BaseAttack();

    /// <summary>Attack-R of Ye, Maddi, Murakonda, Bindschaedler and Shokri, "Enhanced Membership Inference Attacks against Machine Learning Models" (2022).</summary>
    /// <remarks>A record is a member at level alpha when the target's loss is at most the alpha-quantile of the losses of models trained without it; the score is the share 1 - alpha at
    /// which that turns, quantiles being interpolated linearly on the scale of the signals. Where the target lies beyond all models, no quantile tells records apart: its distance, in
    /// pooled standard deviations, is added. Weak with few models. Several views: the mean over views.</remarks>
    public static IMembershipAttack AttackR { get; } = new AttackRAttack();
}
