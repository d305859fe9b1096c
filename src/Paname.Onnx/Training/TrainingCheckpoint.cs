namespace Paname.Onnx.Training;

/// <summary>Where a training run saves its state, from which a later run with the same model, recipe, records and seed goes on to bit-identical weights.</summary>
public sealed record TrainingCheckpoint
{
    /// <summary>The file; written anew and moved into place, so that it is whole at any time. It holds weights, no records.</summary>
    public required string Path { get; init; }

    /// <summary>Epochs between two saves, at least 1. Default 1.</summary>
    public int EveryEpochs { get; init; } = 1;

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Path, nameof(Path));
        ArgumentOutOfRangeException.ThrowIfLessThan(EveryEpochs, 1, nameof(EveryEpochs));
    }
}
