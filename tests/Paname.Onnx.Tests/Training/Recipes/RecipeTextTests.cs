using System.Reflection;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Training.Recipes;

/// <summary>A checkpoint is refused for any other recipe: each property changes the text that is compared.</summary>
public class RecipeTextTests
{
    private static readonly TrainingRecipe[] Changed =
    [
        new() { Optimiser = new AdamW() }, new() { LearningRate = 0.1 }, new() { Schedule = new CosineDecay() }, new() { WarmUpSteps = 1 }, new() { Epochs = 1 }, new() { BatchSize = 1 },
        new() { Shuffle = false }, new() { WeightDecay = 0.1 }, new() { GradientClipNorm = 1 }, new() { EarlyStopping = new EarlyStopping() }, new() { TargetLoss = 1 }, new() { MatchesTarget = true },
        new() { Initialisation = Initialisation.Keras }, new() { Dropout = false }, new() { UpdateStatistics = false }, new() { Loss = TrainingLoss.NextToken }, new() { TargetField = "y" },
        new() { PaddingToken = 0 }, new() { DifferentialPrivacy = new DifferentialPrivacy() },
    ];

    private static readonly TrainingRecipe[] Parts =
    [
        new() { Optimiser = new Sgd() }, new() { Optimiser = new Sgd { Momentum = 0.5 } }, new() { Optimiser = new Sgd { Momentum = 0.5, Nesterov = true } }, new() { Optimiser = new Adam { Beta1 = 0.5 } },
        new() { Optimiser = new Adam { Beta2 = 0.5 } }, new() { Optimiser = new Adam { Epsilon = 0.5 } }, new() { Optimiser = new AdamW { Beta1 = 0.5 } }, new() { Schedule = new StepDecay() },
        new() { Schedule = new StepDecay { Every = 2 } }, new() { Schedule = new StepDecay { Factor = 0.5 } }, new() { Schedule = new CosineDecay { Floor = 0.5 } },
        new() { EarlyStopping = new EarlyStopping { Patience = 2 } }, new() { EarlyStopping = new EarlyStopping { MinimumFall = 1 } },
        new() { DifferentialPrivacy = new DifferentialPrivacy { ClipNorm = 2 } }, new() { DifferentialPrivacy = new DifferentialPrivacy { NoiseMultiplier = 2 } },
    ];

    [Fact]
    public void Every_property_changes_the_text()
    {
        string[] texts = [.. Changed.Concat(Parts).Append(new TrainingRecipe()).Select(RecipeText.Of)];

        Assert.Equal(texts.Length, texts.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(typeof(TrainingRecipe).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, Changed.Length);
        Assert.Equal(RecipeText.Of(new TrainingRecipe()), RecipeText.Of(new TrainingRecipe()));
    }
}
