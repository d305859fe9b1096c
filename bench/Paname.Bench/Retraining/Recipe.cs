using Paname.Attacks.Data;
using Paname.Onnx;
using Paname.Onnx.Networks;
using Paname.Onnx.Training;

namespace Paname.Bench.Retraining;

/// <summary>A way to train a classifier of credit applications, without the luck of its seed.</summary>
internal sealed record Recipe(string Name, int Epochs, Func<OnnxNetwork, OnnxNetwork> Hidden, Optimiser Optimiser, double WeightDecay = 0)
{
    private const int Classes = 2;

    /// <summary>The recipe of samples/ModelRepoExample: it keeps its records hidden.</summary>
    internal static Recipe Shipped { get; } = new("regularised, 12 epochs", 12, network => network.Linear(16).Relu().Dropout(0.2), new AdamW(), 0.5);

    /// <summary>One that learns more by heart with every epoch.</summary>
    internal static Recipe Wide(int epochs) => new(FormattableString.Invariant($"128-128, {epochs} epochs"), epochs, network => network.Linear(128).Relu().Linear(128).Relu(), new Adam());

    internal OnnxClassifier Train(LabelledRecords records, int seed)
    {
        OnnxNetwork network = Hidden(OnnxNetwork.Features(records.Records.Fields[0].Width).Standardize(records.Records)).Linear(Classes);
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(network.ToOnnx(seed), "credit.onnx");
        var training = new TrainingRecipe { Optimiser = Optimiser, WeightDecay = WeightDecay, LearningRate = 0.001, BatchSize = 64, Epochs = Epochs };
        return trainer.Train(records, training, seed).ToClassifier();
    }
}
