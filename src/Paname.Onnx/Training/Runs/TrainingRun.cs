using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Training.Checkpoints;

namespace Paname.Onnx.Training.Runs;

/// <summary>Trains one model, epoch by epoch.</summary>
internal sealed class TrainingRun(string model, TrainingJob job, StepRunner runner, int records, StoppingRule stopping, CheckpointFile? checkpoint, IProgress<TrainingProgress>? progress)
{
    private const int StepsBetweenReports = 100;

    private readonly BatchOrder _order = new(job.Recipe, records, job.Seed);

    private TrainingRecipe Recipe => job.Recipe;

    /// <summary>Trains until a rule stops it, from the state of the checkpoint where there is one.</summary>
    internal TrainingState Run(CancellationToken cancellationToken)
    {
        TrainingState state = checkpoint?.Read(runner.Current) ?? new TrainingState();
        while (state.Stop is null && state.Epochs < Recipe.Epochs)
        {
            Epoch(state, cancellationToken);
            stopping.Judge(state, runner.Current, cancellationToken);
            if (checkpoint is not null && (state.Stop is not null || state.Epochs % job.Checkpoint!.EveryEpochs == 0 || state.Epochs == Recipe.Epochs))
            {
                checkpoint.Write(state, runner.Current);
            }
        }

        state.Stop ??= TrainingStop.AllEpochs;
        if (state.BestWeights is { } best)
        {
            best.CopyTo(runner.Current.Weights.Span);
            state.BestStatistics!.CopyTo(runner.Current.Statistics.Span);
        }

        return state;
    }

    private void Epoch(TrainingState state, CancellationToken cancellationToken)
    {
        int epoch = state.Epochs;
        double factor = Recipe.LearningRate * Recipe.Schedule.At(epoch, Recipe.Epochs);
        double sum = 0;
        double count = 0;
        int done = 0;
        foreach (ReadOnlyMemory<int> batch in _order.Of(epoch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            state.Steps++;
            done++;
            double rate = state.Steps < Recipe.WarmUpSteps ? factor * state.Steps / Recipe.WarmUpSteps : factor;
            (double batchSum, double batchCount) = Step(batch.Span, state.Steps, rate);
            if (!double.IsFinite(batchSum))
            {
                throw Diverged(epoch, done);
            }

            sum += batchSum;
            count += batchCount;
            if (done % StepsBetweenReports == 0 && done < _order.BatchesPerEpoch)
            {
                Report(epoch, done, sum / count);
            }
        }

        state.Losses.Add(count > 0 ? sum / count : 0);
        Report(epoch, done, state.Losses[^1]);
    }

    private (double Sum, double Count) Step(ReadOnlySpan<int> batch, long step, double rate)
    {
        try
        {
            if (batch.IsEmpty)
            {
                // Nothing was drawn: the step is noise alone, as that of a record without weight.
                runner.Step([0], 0, step, rate);
                return (0, 0);
            }

            return runner.Step(batch, 1.0 / (Recipe.DifferentialPrivacy is null ? batch.Length : Recipe.BatchSize), step, rate);
        }
        catch (OnnxRuntimeException exception)
        {
            throw StepFailure.Report(model, $"training '{job.Name}'", exception.Message);
        }
    }

    private void Report(int epoch, int step, double loss)
        => progress?.Report(new TrainingProgress(job.Name, epoch + 1, Recipe.Epochs, step, _order.BatchesPerEpoch, loss));

    private PanameDataException Diverged(int epoch, int step)
        => new(FormattableString.Invariant(
            $"{model}: training of '{job.Name}' (seed {job.Seed}) diverged: the loss is no finite number in epoch {epoch + 1}, step {step}. Lower TrainingRecipe.LearningRate, add WarmUpSteps or set GradientClipNorm; if it happens in the first step, check the scale of the inputs and the initialisation."));
}
