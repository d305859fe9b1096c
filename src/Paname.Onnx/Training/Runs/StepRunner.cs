using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Training.Parameters;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>Runs steps of one model: reads its weights from one set of buffers, writes them to the other, and swaps.</summary>
internal sealed class StepRunner : IDisposable
{
    private readonly StepProgram _program;
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly StepBuffers[] _buffers;
    private readonly OrtIoBinding[] _bindings;
    private readonly FlatVector _scalars;
    private readonly FlatVector _loss = new(2);
    private readonly BatchIndices _batch = new();
    private readonly bool _shared;
    private int _current;

    internal StepRunner(StepProgram program, TrainingTensors data)
    {
        _program = program;
        IOptimiserNodes optimiser = program.Graph.Optimiser;
        _buffers = [new(program.Table, optimiser.States), new(program.Table, optimiser.States)];
        _scalars = new(optimiser.Scalars + 1);
        _shared = program.Session.InputNames.Contains(StepNames.Share);
        _bindings = [Bind(data, 0), Bind(data, 1)];
    }

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
            foreach (OrtIoBinding binding in _bindings)
            {
                binding.BindInput(StepNames.Batch, _batch.Value!);
            }
        }

        _scalars.Span[0] = 1f / terms;
        _program.Graph.Optimiser.Fill(step, rate, _scalars.Span[1..]);
        _loss.Span[1] = records.Length;
        _program.Session.RunWithBinding(_run, _bindings[_current]);
        _current = 1 - _current;
        return (_loss.Span[0], _loss.Span[1]);
    }

    public void Dispose()
    {
        Array.ForEach(_bindings, binding => binding.Dispose());
        Array.ForEach(_buffers, buffers => buffers.Dispose());
        _scalars.Dispose();
        _loss.Dispose();
        _batch.Dispose();
        _run.Dispose();
    }

    private OrtIoBinding Bind(TrainingTensors data, int from)
    {
        OrtIoBinding binding = _program.Session.CreateIoBinding();
        var taken = _program.Session.InputNames.ToHashSet(StringComparer.Ordinal);
        foreach ((string name, OrtValue value) in data.Values.Where(value => taken.Contains(value.Key)))
        {
            binding.BindInput(name, value);
        }

        ParameterTable table = _program.Table;
        StepBuffers source = _buffers[from];
        StepBuffers target = _buffers[1 - from];
        foreach (Parameter parameter in table.Parameters.Where(parameter => taken.Contains(parameter.Name)))
        {
            binding.BindInput(parameter.Name, source.Weights.View(parameter.Offset, [.. parameter.Shape]));
        }

        binding.BindInput(StepNames.Weights, source.Weights.View());
        binding.BindOutput(StepNames.Next(StepNames.Weights), target.Weights.View());
        for (int i = 0; i < source.States.Count; i++)
        {
            binding.BindInput(StepNames.State(i), source.States[i].View());
            binding.BindOutput(StepNames.Next(StepNames.State(i)), target.States[i].View());
        }

        foreach (RunningStatistic statistic in table.Statistics)
        {
            if (taken.Contains(statistic.Name))
            {
                binding.BindInput(statistic.Name, source.Statistics.View(statistic.Offset, [.. statistic.Shape]));
            }
        }

        if (_shared)
        {
            binding.BindInput(StepNames.Share, _scalars.View(0));
        }

        for (int i = 0; i < _program.Graph.Optimiser.Scalars; i++)
        {
            binding.BindInput(StepNames.Scalar(i), _scalars.View(i + 1));
        }

        binding.BindOutput(StepNames.LossSum, _loss.View(0));
        if (_program.Session.OutputNames.Contains(StepNames.LossCount))
        {
            binding.BindOutput(StepNames.LossCount, _loss.View(1));
        }

        return binding;
    }
}
