using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Graphs.Editing;
using Paname.Onnx.Outputs;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Training;

/// <summary>Trains the model of an ONNX file, on the CPU, from that file alone. Safe to use from several threads; dispose it once done.</summary>
/// <remarks>
/// From the graph of the file a second one is made out of standard operators, which picks a batch, computes loss and gradient (reverse mode), and applies the optimiser; ONNX Runtime runs it.
/// The same file, records, recipe, seed and <see cref="OnnxTrainerOptions.Threads"/> give the same weights, bit for bit, on one kind of machine: with any number of models trained side by side, and when a run is resumed.
/// </remarks>
public sealed class OnnxTrainer : IDisposable
{
    private readonly JobRunner _jobs;

    private OnnxTrainer(OnnxModelFile file, OnnxTrainerOptions options)
    {
        file = MergedTensors.Separate(file);
        WorkingModel model = WorkingModel.Open(file);
        string output = OutputChooser.Choose(model.Graph, options.OutputName, file.Name).Name;
        ParameterTable table = ParameterFinder.Find(model, output, options);
        TrainableCheck.Check(model, output, table, options);
        Name = file.Name;
        TrainedTensors =
        [
            .. table.Parameters.Select(parameter => new TrainedTensor(parameter.Name, parameter.Shape, parameter.Role.ToString())),
            .. table.Statistics.Select(statistic => new TrainedTensor(statistic.Name, statistic.Shape, statistic.IsVariance ? "RunningVariance" : "RunningMean")),
        ];
        Frozen = table.Frozen;
        _jobs = new JobRunner(file, model, table, options);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The stored tensors that training changes: weights, and the running statistics of batch normalisation.</summary>
    public IReadOnlyList<TrainedTensor> TrainedTensors { get; }

    /// <summary>The stored floating-point tensors that training leaves as they are, with the reason. Numbers without axes are left too, and not listed:
    /// name a learned one, such as a temperature, in <see cref="OnnxTrainerOptions.Train"/>.</summary>
    public IReadOnlyList<FrozenTensor> Frozen { get; }

    /// <summary>Opens a model file for training.</summary>
    /// <param name="path">The .onnx file, relative to the test project or absolute. External data is read from its folder only.</param>
    /// <param name="options">How to read it; by default everything is read from the graph.</param>
    /// <returns>The trainer; the caller disposes it.</returns>
    /// <exception cref="PanameDataException">The file is missing, no ONNX model or unsafe, or has nothing to train.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static OnnxTrainer Load(string path, OnnxTrainerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new OnnxTrainerOptions();
        options.Check();
        return new OnnxTrainer(OnnxModelFile.Read(ProjectPath.Resolve(path)), options);
    }

    /// <summary>Opens a model in memory for training.</summary>
    /// <param name="model">The bytes of an .onnx file without external data.</param>
    /// <param name="name">A name for messages, such as the file's.</param>
    /// <param name="options">How to read it; by default everything is read from the graph.</param>
    /// <returns>The trainer; the caller disposes it.</returns>
    /// <exception cref="PanameDataException">The bytes are no ONNX model, or it has nothing to train.</exception>
    /// <exception cref="ArgumentException">An option outside its documented range.</exception>
    public static OnnxTrainer FromBytes(ReadOnlyMemory<byte> model, string name, OnnxTrainerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        options ??= new OnnxTrainerOptions();
        options.Check();
        return new OnnxTrainer(OnnxModelFile.FromMemory(model, name), options);
    }

    internal static OnnxTrainer Open(OnnxModelFile file, OnnxTrainerOptions options) => new(file, options);

    /// <summary>Trains one model.</summary>
    /// <param name="data">The training records.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="seed">Decides first weights, order of records, dropout and noise.</param>
    /// <param name="heldOut">The records whose loss decides <see cref="TrainingRecipe.EarlyStopping"/>; given exactly when that is set.</param>
    /// <param name="progress">Told of every epoch.</param>
    /// <param name="cancellationToken">Ends training between two steps.</param>
    /// <returns>The trained model.</returns>
    /// <exception cref="PanameDataException">The records do not fit the model, an operator has no gradient, or the loss is no finite number.</exception>
    /// <exception cref="ArgumentException">A recipe outside its documented ranges.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TrainedModel Train(LabelledRecords data, TrainingRecipe recipe, int seed, LabelledRecords? heldOut = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
        => Train(new TrainingJob(data, recipe, seed) { HeldOut = heldOut }, progress, cancellationToken);

    /// <summary>Trains one model, with a checkpoint if the job names one.</summary>
    /// <param name="job">Records, recipe and seed.</param>
    /// <param name="progress">Told of every epoch.</param>
    /// <param name="cancellationToken">Ends training between two steps; a checkpoint stays.</param>
    /// <returns>The trained model.</returns>
    /// <exception cref="PanameDataException">The records do not fit the model, an operator has no gradient, the loss is no finite number, or the checkpoint belongs to something else.</exception>
    /// <exception cref="ArgumentException">A recipe outside its documented ranges.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TrainedModel Train(TrainingJob job, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Check();
        return _jobs.Run(job, progress, cancellationToken);
    }

    /// <summary>Trains several models side by side. Each is the same, bit for bit, as if it were trained alone.</summary>
    /// <param name="jobs">The models to be trained; recipes that agree in optimiser, decay, clipping and loss share one compiled graph.</param>
    /// <param name="parallel">How many at once, at least 1; 0 for as many as there are cores. Default 0.</param>
    /// <param name="progress">Told of every epoch of every job, from several threads.</param>
    /// <param name="cancellationToken">Ends all of them between two steps.</param>
    /// <returns>The trained models, in the order of the jobs.</returns>
    /// <exception cref="PanameDataException">As for <see cref="Train(TrainingJob, IProgress{TrainingProgress}?, CancellationToken)"/>: the first job, in their order, that failed.</exception>
    /// <exception cref="ArgumentException">A recipe outside its documented ranges.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<TrainedModel> TrainAll(IReadOnlyList<TrainingJob> jobs, int parallel = 0, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentOutOfRangeException.ThrowIfNegative(parallel);
        foreach (TrainingJob job in jobs)
        {
            ArgumentNullException.ThrowIfNull(job, nameof(jobs));
            job.Check();
        }

        return _jobs.RunAll(jobs, parallel == 0 ? Environment.ProcessorCount : parallel, progress, cancellationToken);
    }

    /// <summary>The mean loss of the file's own weights on records, in inference mode: what <see cref="TrainingRecipe.TargetLoss"/> is set to when models are to be trained as far as this one.</summary>
    /// <param name="data">The records, for a target its training records.</param>
    /// <param name="recipe">States the loss, where the graph does not say it. Default <see langword="null"/>: read off the graph.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The mean loss, in nats or squared units of the target.</returns>
    /// <exception cref="PanameDataException">The records do not fit the model, or its loss cannot be read off the graph.</exception>
    public double MeanLoss(LabelledRecords data, TrainingRecipe? recipe = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        recipe ??= new TrainingRecipe();
        recipe.Check();
        return _jobs.MeanLoss(data, recipe, cancellationToken);
    }

    /// <summary>Frees the compiled graphs; training that is under way on other threads completes first.</summary>
    public void Dispose() => _jobs.Dispose();
}
