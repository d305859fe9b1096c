using Paname.Attacks.Data;

namespace Paname.Onnx.Training;

/// <summary>One model to be trained.</summary>
/// <param name="Data">The training records.</param>
/// <param name="Recipe">How to train.</param>
/// <param name="Seed">Decides first weights, order of records, dropout and noise.</param>
public sealed record TrainingJob(LabelledRecords Data, TrainingRecipe Recipe, int Seed)
{
    /// <summary>The records whose loss decides <see cref="TrainingRecipe.EarlyStopping"/>. Default <see langword="null"/>: none.</summary>
    public LabelledRecords? HeldOut { get; init; }

    /// <summary>Where state is saved and resumed from. Default <see langword="null"/>: nowhere.</summary>
    public TrainingCheckpoint? Checkpoint { get; init; }

    /// <summary>A name for progress and messages. Default "model".</summary>
    public string Name { get; init; } = "model";

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Data, nameof(Data));
        ArgumentNullException.ThrowIfNull(Recipe, nameof(Recipe));
        ArgumentException.ThrowIfNullOrEmpty(Name, nameof(Name));
        Recipe.Check();
        Checkpoint?.Check();
        if ((Recipe.EarlyStopping is not null) != (HeldOut is not null))
        {
            throw new ArgumentException("EarlyStopping needs held-out records, and they serve nothing else: give both or neither.", nameof(HeldOut));
        }
    }
}
