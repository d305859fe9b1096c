namespace Paname.Attacks.Targets;

/// <summary>What a target gives out for a record.</summary>
public enum OutputKind
{
    /// <summary>One unnormalised score per class; their softmax is the model's probability.</summary>
    Logits,

    /// <summary>One probability per class; each row sums to 1.</summary>
    Probabilities,

    /// <summary>The predicted class only, as one number per record.</summary>
    LabelsOnly,

    /// <summary>The loss of the record under the model, as one number per record; precomputed predictions only.</summary>
    Losses,

    /// <summary>The signed residual of a regression, true value minus prediction, as one number per record; precomputed predictions only.</summary>
    Residuals,
}
