namespace Paname.Attacks.Shadows;

/// <summary>What the one number per model and record is.</summary>
public enum SignalScale
{
    /// <summary>The scaled logit log p_y - log(1 - p_y) of the true class (Carlini et al. 2022); loss and probability follow from it.</summary>
    ScaledLogit,

    /// <summary>The signed residual of a regression, true value minus prediction, taken as Gaussian.</summary>
    Residual,

    /// <summary>Some other score, higher for records a model knows, such as a hinge: usable where only differences of scores matter.</summary>
    Score,
}
