namespace Paname.Onnx.Outputs;

/// <summary>How the values of the model's output become columns of classes.</summary>
internal enum OutputForm
{
    /// <summary>One value per class.</summary>
    Rows,

    /// <summary>One logit z per record: 0 and z.</summary>
    LogitColumn,

    /// <summary>One probability p per record: 1 - p and p.</summary>
    ProbabilityColumn,

    /// <summary>-z and z: 0 and z.</summary>
    OpposedPair,

    /// <summary>A predicted class per record.</summary>
    Labels,
}
