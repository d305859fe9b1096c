namespace Paname.Onnx.Training.Runs;

/// <summary>Decides after each epoch whether training goes on.</summary>
/// <param name="recipe">The rules.</param>
/// <param name="target">The mean training loss that is low enough, where there is one.</param>
/// <param name="training">Measures it.</param>
/// <param name="heldOut">Measures the loss on held-out records, where there are any.</param>
internal sealed class StoppingRule(TrainingRecipe recipe, double? target, LossRunner? training, LossRunner? heldOut)
{
    internal void Judge(TrainingState state, StepBuffers weights, CancellationToken cancellationToken)
    {
        if (target is { } low && training!.Mean(weights, cancellationToken) <= low)
        {
            state.Stop = TrainingStop.TargetReached;
        }

        if (recipe.EarlyStopping is not { } rule)
        {
            return;
        }

        double loss = heldOut!.Mean(weights, cancellationToken);
        state.HeldOutLosses.Add(loss);
        if (loss < state.BestLoss - rule.MinimumFall)
        {
            state.BestLoss = loss;
            state.BestEpoch = state.Epochs;
            state.BestWeights = weights.Weights.Span.ToArray();
            state.BestStatistics = weights.Statistics.Span.ToArray();
        }
        else if (state.Epochs - state.BestEpoch >= rule.Patience)
        {
            state.Stop ??= TrainingStop.HeldOutLoss;
        }
    }
}
