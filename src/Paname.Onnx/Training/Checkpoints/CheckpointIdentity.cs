namespace Paname.Onnx.Training.Checkpoints;

/// <summary>What a checkpoint belongs to: it is resumed only where all of it is the same.</summary>
/// <param name="Model">A hash of the model's content and of which tensors are trained.</param>
/// <param name="Recipe">The recipe's text.</param>
/// <param name="Data">Hashes of training and held-out records.</param>
/// <param name="Target">The loss to reach, where there is one.</param>
/// <param name="Seed">The seed.</param>
internal sealed record CheckpointIdentity(string Model, string Recipe, string Data, double? Target, int Seed)
{
    /// <summary>The first part in which two differ, in words; <see langword="null"/> when they are the same.</summary>
    internal string? Difference(CheckpointIdentity other)
        => Model != other.Model ? "model"
            : Recipe != other.Recipe || Target != other.Target ? "recipe"
            : Data != other.Data ? "set of records"
            : Seed != other.Seed ? "seed"
            : null;
}
