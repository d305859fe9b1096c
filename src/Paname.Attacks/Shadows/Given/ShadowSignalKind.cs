namespace Paname.Attacks.Shadows;

/// <summary>What the numbers of models scored elsewhere are.</summary>
public enum ShadowSignalKind
{
    /// <summary>Scaled logits, log p_y - log(1 - p_y) of the true class, best computed in float64 from logits.</summary>
    ScaledLogits,

    /// <summary>The probability of the true class, 0 to 1. Probabilities that were rounded to exactly 1 or 0 are capped near ±103.6 as scaled logits, and counted in the report.</summary>
    TrueClassProbabilities,

    /// <summary>The cross-entropy loss, -log p_y, 0 at least. Losses that were rounded to exactly 0 are capped near 103.6 as scaled logits, and counted in the report.</summary>
    Losses,

    /// <summary>The signed residuals of a regression, true value minus prediction.</summary>
    Residuals,

    /// <summary>Some other score, higher for records a model knows.</summary>
    Scores,
}
