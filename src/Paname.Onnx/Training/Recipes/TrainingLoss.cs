namespace Paname.Onnx.Training;

/// <summary>What training makes small, as a mean over the records of a batch.</summary>
public enum TrainingLoss
{
    /// <summary>-log softmax(logits)[label], natural logarithm: rows of logits or of their softmax.</summary>
    SoftmaxCrossEntropy,

    /// <summary>Cross-entropy of labels 0 and 1 with one logit (log-odds of class 1) per record, or with its sigmoid.</summary>
    BinaryCrossEntropy,

    /// <summary>The mean of (output - target)^2 over a record's values.</summary>
    MeanSquaredError,

    /// <summary>Cross-entropy of each token of a sequence with the logits before it, as a mean over all predicted tokens of the batch; the labels of the records are not used.</summary>
    NextToken,
}
