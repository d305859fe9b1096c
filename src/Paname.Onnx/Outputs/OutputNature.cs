namespace Paname.Onnx.Outputs;

/// <summary>What the operators that make a value say about it.</summary>
internal enum OutputNature
{
    /// <summary>Nothing certain.</summary>
    Unknown,

    /// <summary>Unnormalised scores, or log-probabilities.</summary>
    Logits,

    /// <summary>The two columns -z and z of one score z, as ai.onnx.ml writes a binary model without a transform.</summary>
    OpposedLogits,

    /// <summary>Rows that sum to 1 by construction.</summary>
    Probabilities,

    /// <summary>Independent sigmoids: one column is the probability of class 1, several do not sum to 1.</summary>
    Sigmoids,

    /// <summary>Predicted classes.</summary>
    Labels,
}
