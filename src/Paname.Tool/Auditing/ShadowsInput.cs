using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Onnx;
using Paname.Onnx.Training;

namespace Paname.Tool;

/// <summary>Where the shadow models of an audit come from.</summary>
internal static class ShadowsInput
{
    private const int DefaultCount = 16;

    internal static IShadowSource? Source(ShadowsConfig? shadows, OnnxClassifier target, OnnxClassifierOptions options, MembershipData data)
    {
        if (shadows is null)
        {
            return null;
        }

        if (shadows.Folder is { } folder)
        {
            return shadows.Count is null && shadows.Cache is null
                ? ShadowFolder.Open(folder).Source(target, options, data)
                : throw ToolException.WrongCommandLine("A folder of shadow models takes the place of retraining: give no count and no cache beside it.");
        }

        var training = new ShadowOptions { Count = shadows.Count ?? DefaultCount, CacheFolder = shadows.Cache };
        return OnnxShadows.Retrain(target, data, Recipe(shadows.Recipe), training);
    }

    internal static TrainingRecipe Recipe(RecipeConfig? recipe)
    {
        if (recipe is null)
        {
            return TrainingRecipe.MatchTarget;
        }

        var defaults = new TrainingRecipe();
        return defaults with
        {
            Optimiser = recipe.Optimiser is { } word
                ? Words.Choose<Optimiser>(word, "The optimiser", ("adam", new Adam()), ("adamw", new AdamW()), ("sgd", new Sgd { Momentum = recipe.Momentum ?? 0 }))
                : defaults.Optimiser,
            LearningRate = recipe.LearningRate ?? defaults.LearningRate,
            Epochs = recipe.Epochs ?? defaults.Epochs,
            BatchSize = recipe.BatchSize ?? defaults.BatchSize,
            WeightDecay = recipe.WeightDecay ?? defaults.WeightDecay,
            TargetLoss = recipe.TargetLoss,
        };
    }
}
