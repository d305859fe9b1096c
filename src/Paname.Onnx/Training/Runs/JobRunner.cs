using System.Globalization;
using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Inputs;
using Paname.Onnx.Runtime;
using Paname.Onnx.Training.Checkpoints;
using Paname.Onnx.Training.Losses;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>Puts together what a job needs, and runs one or several.</summary>
/// <param name="file">The model.</param>
/// <param name="model">The same, opened; its stored values are read.</param>
/// <param name="table">What is trained.</param>
/// <param name="options">How the model is read.</param>
internal sealed class JobRunner(OnnxModelFile file, WorkingModel model, ParameterTable table, OnnxTrainerOptions options) : IDisposable
{
    private readonly ProgramCache _programs = new(file, table, options);

    internal TrainedModel Run(TrainingJob job, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        using IDisposable lease = _programs.Enter();
        StepProgram step = _programs.Step(job.Recipe);
        LossProgram loss = _programs.Loss(job.Recipe);
        using TrainingTensors data = Bind(job.Data, job.Recipe, step.Session, step.Graph.Inputs, step.Graph.Reading);
        using TrainingTensors? heldOut = job.HeldOut is null ? null : Bind(job.HeldOut, job.Recipe, loss.Session, loss.Inputs, loss.Reading);
        using var trainingLoss = new LossRunner(loss, data, job.Recipe.BatchSize);
        using LossRunner? heldOutLoss = heldOut is null ? null : new LossRunner(loss, heldOut, job.Recipe.BatchSize);
        double? target = job.Recipe.TargetLoss ?? (job.Recipe.MatchesTarget ? FileLoss(trainingLoss, cancellationToken) : null);
        using var runner = new StepRunner(step, data, job.Seed, Deviation(job.Recipe));
        runner.Start(WeightInitializer.Fill(table, model, job.Recipe.Initialisation, job.Seed), WeightInitializer.FillStatistics(table, model, job.Recipe.Initialisation));
        CheckpointFile? checkpoint = job.Checkpoint is null ? null : new CheckpointFile(job.Checkpoint.Path, Identity(job, target));
        TrainingState state = new TrainingRun(file.Name, job, runner, data.Count, new StoppingRule(job.Recipe, target, trainingLoss, heldOutLoss), checkpoint, progress).Run(cancellationToken);
        return new TrainedModel(file, table, job, state, runner.Current, trainingLoss.Mean(runner.Current, cancellationToken));
    }

    internal TrainedModel[] RunAll(IReadOnlyList<TrainingJob> jobs, int parallel, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var models = new TrainedModel[jobs.Count];
        var failures = new Exception?[jobs.Count];
        CancellationTokenSource[] stops = [.. jobs.Select(_ => CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))];
        Parallel.For(0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = parallel }, (i, loop) =>
        {
            try
            {
                models[i] = Run(jobs[i], progress, stops[i].Token);
            }
            catch (Exception exception)
            {
                // Earlier jobs go on: the first failure, in the order of the jobs, is the same whatever ran faster.
                failures[i] = exception;
                loop.Break();
                Array.ForEach(stops[(i + 1)..], stop => stop.Cancel());
            }
        });
        Array.ForEach(stops, stop => stop.Dispose());
        if (Array.Find(failures, failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return models;
    }

    internal double MeanLoss(LabelledRecords data, TrainingRecipe recipe, CancellationToken cancellationToken)
    {
        using IDisposable lease = _programs.Enter();
        LossProgram loss = _programs.Loss(recipe);
        using TrainingTensors tensors = Bind(data, recipe, loss.Session, loss.Inputs, loss.Reading);
        using var runner = new LossRunner(loss, tensors, recipe.BatchSize);
        return FileLoss(runner, cancellationToken);
    }

    public void Dispose() => _programs.Dispose();

    private double FileLoss(LossRunner runner, CancellationToken cancellationToken)
    {
        using var weights = new StepBuffers(table, 0);
        WeightInitializer.Fill(table, model, Initialisation.FromFile, 0).CopyTo(weights.Weights.Span);
        WeightInitializer.FillStatistics(table, model, Initialisation.FromFile).CopyTo(weights.Statistics.Span);
        return runner.Mean(weights, cancellationToken);
    }

    /// <summary>Of the noise on the gradient's mean.</summary>
    private static double Deviation(TrainingRecipe recipe)
        => recipe.DifferentialPrivacy is { } privacy ? privacy.NoiseMultiplier * privacy.ClipNorm / recipe.BatchSize : 0;

    private TrainingTensors Bind(LabelledRecords data, TrainingRecipe recipe, InferenceSession session, IReadOnlyList<string> inputs, LossReading reading)
        => TrainingTensors.Bind(file.Name, data, [.. inputs.Select(name => new ModelInput(file.Name, name, session.InputMetadata[StepNames.Data(name)]))], options, reading, recipe.TargetField);

    private CheckpointIdentity Identity(TrainingJob job, double? target)
    {
        // How the caller's delegate binds inputs has no content to compare.
        string fingerprint = ModelFingerprint.Of(file, options.ForInputs with { InputBinding = null }, OrtEnv.Instance().GetVersionString())!;
        string trained = string.Join('\n', table.Parameters.Select(parameter => parameter.Name).Prepend(fingerprint));
        return new(Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(trained))), RecipeText.Of(job.Recipe), string.Create(CultureInfo.InvariantCulture, $"{RecordsHash.Of(job.Data)} {RecordsHash.Of(job.HeldOut)}"), target, job.Seed);
    }
}
