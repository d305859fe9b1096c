namespace Paname.Onnx.Training.Parameters;

/// <summary>What a trained tensor is in its layer: it decides its first values and whether weight decay is usual.</summary>
internal enum ParameterRole
{
    /// <summary>The matrix or kernel of a linear, convolution or transposed convolution layer.</summary>
    Weight,

    /// <summary>The additive term of such a layer.</summary>
    Bias,

    /// <summary>A table of which rows are gathered, or a learned table that is added to such rows.</summary>
    Embedding,

    /// <summary>The factor of a normalisation layer.</summary>
    NormScale,

    /// <summary>The additive term of a normalisation layer.</summary>
    NormShift,

    /// <summary>The slope of a parametric activation.</summary>
    Slope,

    /// <summary>Trained only because the user named it: nothing is known of it, so it starts from the file's values.</summary>
    Other,
}
