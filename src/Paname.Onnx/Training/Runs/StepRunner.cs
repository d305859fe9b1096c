using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>Runs steps of one model: reads its weights from one set of buffers, writes them to the other, and swaps.</summary>
internal sealed class StepRunner : IDisposable
{
    private readonly StepProgram _program;
    private readonly TrainingTensors _data;
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly StepBuffers[] _buffers;
    private readonly OrtIoBinding[] _bindings;
    private readonly FlatVector _scalars;
    private readonly FlatVector _loss = new(2);
    private readonly BatchIndices _batch = new();
    private readonly DropoutNoise _noise;
    private int _current;

    internal StepRunner(StepProgram program, TrainingTensors data, int seed)
    {
        _program = program;
        _data = data;
        IOptimiserNodes optimiser = program.Graph.Optimiser;
        _buffers = [new(program.Table, optimiser.States), new(program.Table, optimiser.States)];
        _scalars = new(optimiser.Scalars + 1);
        _noise = new(program.Graph.Masks, seed);
        _bindings = [Bind(0), Bind(1)];
    }

    /// <summary>The weights and states after the last step.</summary>
    internal StepBuffers Current => _buffers[_current];

    /// <summary>One step.</summary>
    /// <param name="records">The batch.</param>
    /// <param name="terms">What the sum of the batch's gradients is divided by, where the graph does not count it itself.</param>
    /// <param name="step">Counted from 1.</param>
    /// <param name="rate">The learning rate.</param>
    /// <returns>The sum of the batch's losses before the step, and how many they are.</returns>
    internal (double Sum, double Count) Step(ReadOnlySpan<int> records, int terms, long step, double rate)
    {
        if (_batch.Set(records))
        {
            Resize();
        }

        _scalars.Span[0] = 1f / terms;
        _program.Graph.Optimiser.Fill(step, rate, _scalars.Span[1..]);
        _noise.Draw(step);
        _loss.Span[1] = records.Length;
        _program.Session.RunWithBinding(_run, _bindings[_current]);
        _current = 1 - _current;
        return (_loss.Span[0], _loss.Span[1]);
    }

    public void Dispose()
    {
        Array.ForEach(_bindings, binding => binding.Dispose());
        Array.ForEach(_buffers, buffers => buffers.Dispose());
        _noise.Dispose();
        _scalars.Dispose();
        _loss.Dispose();
        _batch.Dispose();
        _run.Dispose();
    }

    /// <summary>Hands over what changes with the number of records in a batch.</summary>
    private void Resize()
    {
        foreach (OrtIoBinding binding in _bindings)
        {
            binding.BindInput(StepNames.Batch, _batch.Value!);
        }

        if (_program.Shapes is { } shapes)
        {
            _noise.Bind(shapes.Of(Current, _data, _batch.Value!), _bindings);
        }
    }

    private OrtIoBinding Bind(int from)
    {
        StepBuffers source = _buffers[from];
        StepBuffers target = _buffers[1 - from];
        InferenceSession session = _program.Session;
        OrtIoBinding binding = WeightBinding.Create(session, _program.Table, source, _data);
        binding.BindInput(StepNames.Weights, source.Weights.View());
        binding.BindOutput(StepNames.Next(StepNames.Weights), target.Weights.View());
        for (int i = 0; i < source.States.Count; i++)
        {
            binding.BindInput(StepNames.State(i), source.States[i].View());
            binding.BindOutput(StepNames.Next(StepNames.State(i)), target.States[i].View());
        }

        for (int i = 0; i < _program.Graph.Optimiser.Scalars; i++)
        {
            binding.BindInput(StepNames.Scalar(i), _scalars.View(i + 1));
        }

        if (session.InputNames.Contains(StepNames.Share))
        {
            binding.BindInput(StepNames.Share, _scalars.View(0));
        }

        binding.BindOutput(StepNames.LossSum, _loss.View(0));
        if (session.OutputNames.Contains(StepNames.LossCount))
        {
            binding.BindOutput(StepNames.LossCount, _loss.View(1));
        }

        return binding;
    }
}
