using System.Globalization;

namespace Paname.Onnx.Training;

/// <summary>A recipe as text that is equal exactly when the training is: for checkpoints, in the invariant culture.</summary>
internal static class RecipeText
{
    internal static string Of(TrainingRecipe recipe)
    {
        (string Name, object? Value)[] parts =
        [
            ("optimiser", Optimiser(recipe.Optimiser)),
            ("rate", recipe.LearningRate),
            ("schedule", Schedule(recipe.Schedule)),
            ("warm-up", recipe.WarmUpSteps),
            ("epochs", recipe.Epochs),
            ("batch", recipe.BatchSize),
            ("shuffle", recipe.Shuffle),
            ("decay", recipe.WeightDecay),
            ("clip", recipe.GradientClipNorm),
            ("patience", recipe.EarlyStopping?.Patience),
            ("fall", recipe.EarlyStopping?.MinimumFall),
            ("target", recipe.TargetLoss),
            ("matches-target", recipe.MatchesTarget),
            ("initialisation", recipe.Initialisation),
            ("dropout", recipe.Dropout),
            ("statistics", recipe.UpdateStatistics),
            ("loss", recipe.Loss),
            ("target-field", recipe.TargetField),
            ("padding", recipe.PaddingToken),
            ("record-clip", recipe.DifferentialPrivacy?.ClipNorm),
            ("record-noise", recipe.DifferentialPrivacy?.NoiseMultiplier),
        ];
        return string.Join('\n', parts.Select(part => $"{part.Name} {Text(part.Value)}"));
    }

    private static string Optimiser(Optimiser optimiser) => optimiser switch
    {
        Sgd sgd => $"sgd {Text(sgd.Momentum)} {Text(sgd.Nesterov)}",
        Adam adam => $"adam {Text(adam.Beta1)} {Text(adam.Beta2)} {Text(adam.Epsilon)}",
        AdamW adam => $"adamw {Text(adam.Beta1)} {Text(adam.Beta2)} {Text(adam.Epsilon)}",
        _ => throw new NotSupportedException(optimiser.GetType().Name),
    };

    private static string Schedule(RateSchedule schedule) => schedule switch
    {
        ConstantRate => "constant",
        StepDecay step => $"step {Text(step.Every)} {Text(step.Factor)}",
        CosineDecay cosine => $"cosine {Text(cosine.Floor)}",
        _ => throw new NotSupportedException(schedule.GetType().Name),
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-";
}
