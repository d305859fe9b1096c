using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>Measures the mean loss of weights on records, in inference mode.</summary>
internal sealed class LossRunner(LossProgram program, TrainingTensors data, int batchSize) : IDisposable
{
    private readonly Dictionary<StepBuffers, OrtIoBinding> _bindings = [];
    private readonly FlatVector _loss = new(2);
    private readonly BatchIndices _batch = new();
    private readonly RunOptions _run = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly int[] _order = [.. Enumerable.Range(0, data.Count)];

    internal double Mean(StepBuffers weights, CancellationToken cancellationToken)
    {
        if (!_bindings.TryGetValue(weights, out OrtIoBinding? binding))
        {
            binding = WeightBinding.Create(program.Session, program.Table, weights, data);
            binding.BindOutput(StepNames.LossSum, _loss.View(0));
            if (program.Session.OutputNames.Contains(StepNames.LossCount))
            {
                binding.BindOutput(StepNames.LossCount, _loss.View(1));
            }

            _bindings.Add(weights, binding);
        }

        double sum = 0;
        double count = 0;
        for (int start = 0; start < _order.Length; start += batchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> records = _order.AsSpan(start, Math.Min(batchSize, _order.Length - start));
            _batch.Set(records);
            binding.BindInput(StepNames.Batch, _batch.Value!);
            _loss.Span[1] = records.Length;
            Run(binding);
            if (!float.IsFinite(_loss.Span[0]))
            {
                throw NotFinite(start + 1, start + records.Length);
            }

            sum += _loss.Span[0];
            count += _loss.Span[1];
        }

        return sum / count;
    }

    private PanameDataException NotFinite(int first, int last)
        => new(FormattableString.Invariant(
            $"{program.Name}: the loss of records {first} to {last}, in inference mode, is no finite number. Either training has diverged, or the model is not fit for them: check their scale, lower TrainingRecipe.LearningRate, add WarmUpSteps or set GradientClipNorm."));

    private void Run(OrtIoBinding binding)
    {
        try
        {
            program.Session.RunWithBinding(_run, binding);
        }
        catch (OnnxRuntimeException exception)
        {
            throw StepFailure.Report(program.Name, "measuring the loss", exception.Message);
        }
    }

    public void Dispose()
    {
        foreach (OrtIoBinding binding in _bindings.Values)
        {
            binding.Dispose();
        }

        _loss.Dispose();
        _batch.Dispose();
        _run.Dispose();
    }
}
