namespace Paname.Onnx.Training.Runs;

/// <summary>The part of a recipe that shapes the step graph: recipes that agree in it share a compiled one.</summary>
internal sealed record ProgramKey(
    Optimiser Optimiser,
    double WeightDecay,
    double? GradientClipNorm,
    bool Dropout,
    bool UpdateStatistics,
    TrainingLoss? Loss,
    long? PaddingToken,
    double? RecordClipNorm)
{
    internal static ProgramKey Of(TrainingRecipe recipe) => new(
        recipe.Optimiser,
        recipe.WeightDecay,
        recipe.GradientClipNorm,
        recipe.Dropout,
        recipe.UpdateStatistics,
        recipe.Loss,
        recipe.PaddingToken,
        recipe.DifferentialPrivacy?.ClipNorm);
}
