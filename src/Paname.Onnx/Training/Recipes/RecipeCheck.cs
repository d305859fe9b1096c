namespace Paname.Onnx.Training;

/// <summary>Holds a recipe against its documented ranges.</summary>
internal static class RecipeCheck
{
    internal static void Check(TrainingRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe.Optimiser, nameof(recipe.Optimiser));
        ArgumentNullException.ThrowIfNull(recipe.Schedule, nameof(recipe.Schedule));
        recipe.Optimiser.Check();
        recipe.Schedule.Check();
        recipe.EarlyStopping?.Check();
        recipe.DifferentialPrivacy?.Check();
        Require(recipe.LearningRate > 0 && double.IsFinite(recipe.LearningRate), nameof(recipe.LearningRate), "is above 0");
        Require(recipe.WarmUpSteps >= 0, nameof(recipe.WarmUpSteps), "is at least 0");
        Require(recipe.Epochs is >= 1 and <= 1_000_000, nameof(recipe.Epochs), "is from 1 to 1,000,000");
        Require(recipe.BatchSize is >= 1 and <= 1_048_576, nameof(recipe.BatchSize), "is from 1 to 1,048,576");
        Require(recipe.WeightDecay >= 0 && double.IsFinite(recipe.WeightDecay), nameof(recipe.WeightDecay), "is at least 0");
        Require(recipe.GradientClipNorm is null or (> 0 and < double.PositiveInfinity), nameof(recipe.GradientClipNorm), "is above 0");
        Require(recipe.TargetLoss is null || double.IsFinite(recipe.TargetLoss.Value), nameof(recipe.TargetLoss), "is a finite number");
        Require(Enum.IsDefined(recipe.Initialisation), nameof(recipe.Initialisation), "is one of the named ways");
        Require(recipe.Loss is not { } loss || Enum.IsDefined(loss), nameof(recipe.Loss), "is one of the named losses");
        if (recipe.DifferentialPrivacy is not null && recipe.GradientClipNorm is not null)
        {
            throw new ArgumentException("DifferentialPrivacy clips each record's gradient already; leave GradientClipNorm unset.", nameof(recipe));
        }
    }

    private static void Require(bool holds, string name, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} {range}.");
        }
    }
}
