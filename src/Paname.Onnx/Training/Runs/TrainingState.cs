namespace Paname.Onnx.Training.Runs;

/// <summary>Where a training run stands between two epochs, apart from its vectors.</summary>
internal sealed class TrainingState
{
    /// <summary>Epochs done.</summary>
    internal int Epochs => Losses.Count;

    /// <summary>Steps done.</summary>
    internal long Steps { get; set; }

    /// <summary>The mean loss of each epoch, in training mode.</summary>
    internal List<double> Losses { get; } = [];

    /// <summary>The mean loss of the held-out records after each epoch.</summary>
    internal List<double> HeldOutLosses { get; } = [];

    /// <summary>The weights of the best epoch by held-out loss.</summary>
    internal float[]? BestWeights { get; set; }

    /// <summary>The running statistics of the best epoch.</summary>
    internal float[]? BestStatistics { get; set; }

    /// <summary>The lowest held-out loss so far.</summary>
    internal double BestLoss { get; set; } = double.PositiveInfinity;

    /// <summary>Epochs done when it was measured.</summary>
    internal int BestEpoch { get; set; }

    internal TrainingStop? Stop { get; set; }
}
