namespace Paname.Onnx.Training.Steps;

/// <summary>Finds the nodes of a recipe's optimiser.</summary>
internal static class OptimiserNodes
{
    internal static IOptimiserNodes Of(TrainingRecipe recipe) => recipe.Optimiser switch
    {
        Sgd sgd => new SgdNodes(sgd, recipe.WeightDecay),
        Adam adam => new AdamNodes(adam.Beta1, adam.Beta2, adam.Epsilon, recipe.WeightDecay, decoupled: false),
        AdamW adam => new AdamNodes(adam.Beta1, adam.Beta2, adam.Epsilon, recipe.WeightDecay, decoupled: true),
        var other => throw new NotSupportedException(other.GetType().Name),
    };
}
