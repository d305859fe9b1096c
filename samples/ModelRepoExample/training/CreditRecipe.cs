using Paname.Attacks.Data;
using Paname.Onnx.Networks;
using Paname.Onnx.Training;

namespace ModelRepoExample.Training;

/// <summary>How one of the two models is made from the training records.</summary>
internal sealed record CreditRecipe(string File, int Seed, TrainingRecipe Training, Func<OnnxNetwork, OnnxNetwork> Hidden)
{
    private const int Classes = 2;

    /// <summary>The model to ship: few units, dropout, weight decay, and an early end.</summary>
    internal static CreditRecipe Regularised { get; } = new(
        "credit.onnx",
        Seed: 1,
        new TrainingRecipe { Optimiser = new AdamW(), WeightDecay = 0.5, LearningRate = 0.001, BatchSize = 64, Epochs = 12 },
        network => network.Linear(16).Relu().Dropout(0.2));

    /// <summary>The model not to ship: so many units and epochs that it learns its records by heart.</summary>
    internal static CreditRecipe Overfitted { get; } = new(
        "credit-overfit.onnx",
        Seed: 4,
        new TrainingRecipe { Optimiser = new Adam(), LearningRate = 0.001, BatchSize = 64, Epochs = 200 },
        network => network.Linear(128).Relu().Linear(128).Relu());

    internal TrainedModel Train(LabelledRecords records)
    {
        OnnxNetwork network = Hidden(OnnxNetwork.Features(records.Records.Fields[0].Width).Standardize(records.Records)).Linear(Classes);
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(network.ToOnnx(Seed), File);
        return trainer.Train(records, Training, Seed);
    }
}
