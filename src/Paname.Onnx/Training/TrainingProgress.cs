namespace Paname.Onnx.Training;

/// <summary>How far a training run is; reported at the end of each epoch and, in long ones, after every 100 steps.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Epoch">The epoch under way, or just ended, counted from 1.</param>
/// <param name="Epochs">How many there are at most.</param>
/// <param name="Step">Steps of that epoch that are done.</param>
/// <param name="StepsPerEpoch">Steps of an epoch.</param>
/// <param name="Loss">The mean loss of the epoch so far, in training mode.</param>
public sealed record TrainingProgress(string Name, int Epoch, int Epochs, int Step, int StepsPerEpoch, double Loss);
