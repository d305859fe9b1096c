namespace Paname.Onnx.Training;

/// <summary>Why a training run ended.</summary>
public enum TrainingStop
{
    /// <summary>All epochs of the recipe were run.</summary>
    AllEpochs,

    /// <summary>The mean loss of the training records came down to the target.</summary>
    TargetReached,

    /// <summary>The loss on held-out records no longer fell.</summary>
    HeldOutLoss,
}
