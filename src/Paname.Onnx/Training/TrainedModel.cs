using Paname.Onnx.Graphs;
using Paname.Onnx.Training.Export;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Training;

/// <summary>A model after training: its weights, and how it got there.</summary>
public sealed class TrainedModel
{
    private readonly OnnxModelFile _file;
    private readonly ParameterTable _table;
    private readonly float[] _weights;
    private readonly float[] _statistics;

    internal TrainedModel(OnnxModelFile file, ParameterTable table, TrainingJob job, TrainingState state, StepBuffers buffers, double meanLoss)
    {
        _file = file;
        _table = table;
        _weights = buffers.Weights.Span.ToArray();
        _statistics = buffers.Statistics.Span.ToArray();
        Name = job.Name;
        Seed = job.Seed;
        Losses = [.. state.Losses];
        HeldOutLosses = [.. state.HeldOutLosses];
        Stop = state.Stop!.Value;
        BestEpoch = state.BestWeights is null ? state.Epochs : state.BestEpoch;
        MeanTrainingLoss = meanLoss;
    }

    /// <summary>The job's name.</summary>
    public string Name { get; }

    /// <summary>The seed it was trained with.</summary>
    public int Seed { get; }

    /// <summary>Epochs that were run.</summary>
    public int Epochs => Losses.Count;

    /// <summary>The epoch whose weights these are, counted from 1: the last, or with early stopping the best.</summary>
    public int BestEpoch { get; }

    /// <summary>Why training ended.</summary>
    public TrainingStop Stop { get; }

    /// <summary>The mean loss of the training records under these weights, in inference mode.</summary>
    public double MeanTrainingLoss { get; }

    /// <summary>The mean loss of each epoch as training went, with dropout and before each step.</summary>
    public IReadOnlyList<double> Losses { get; }

    /// <summary>The mean loss of the held-out records after each epoch; empty without early stopping.</summary>
    public IReadOnlyList<double> HeldOutLosses { get; }

    /// <summary>All trained values in one vector, in the order of <see cref="OnnxTrainer.TrainedTensors"/> without the running statistics.</summary>
    internal ReadOnlySpan<float> Weights => _weights;

    /// <summary>The model file with the trained values in place of its own: the same graph, names, inputs and outputs.</summary>
    /// <returns>The bytes of an .onnx file, its weights inside.</returns>
    public byte[] ToOnnx() => TrainedExport.Write(_file, _table, _weights, _statistics);

    /// <summary>Writes <see cref="ToOnnx"/> to a file.</summary>
    /// <param name="path">The .onnx file, relative to the current directory or absolute; overwritten.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllBytes(path, ToOnnx());
    }

    /// <summary>Loads the trained model for scoring.</summary>
    /// <param name="options">How to read and run it; by default everything is read from the graph.</param>
    /// <returns>The classifier; the caller disposes it.</returns>
    public OnnxClassifier ToClassifier(OnnxClassifierOptions? options = null) => OnnxClassifier.FromBytes(ToOnnx(), $"{Name} ({_file.Name})", options);
}
