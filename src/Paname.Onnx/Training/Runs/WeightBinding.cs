using Microsoft.ML.OnnxRuntime;
using Paname.Onnx.Training.Parameters;

namespace Paname.Onnx.Training.Runs;

/// <summary>Hands what stays the same from run to run to the runtime: data, and views into flat vectors for every weight.</summary>
internal static class WeightBinding
{
    internal static OrtIoBinding Create(InferenceSession session, ParameterTable table, StepBuffers from, TrainingTensors data)
    {
        OrtIoBinding binding = session.CreateIoBinding();
        var taken = session.InputNames.ToHashSet(StringComparer.Ordinal);
        foreach ((string name, OrtValue value) in data.Values.Where(value => taken.Contains(value.Key)))
        {
            binding.BindInput(name, value);
        }

        foreach (Parameter parameter in table.Parameters.Where(parameter => taken.Contains(parameter.Name)))
        {
            binding.BindInput(parameter.Name, from.Weights.View(parameter.Offset, [.. parameter.Shape]));
        }

        foreach (RunningStatistic statistic in table.Statistics.Where(statistic => taken.Contains(statistic.Name)))
        {
            binding.BindInput(statistic.Name, from.Statistics.View(statistic.Offset, [.. statistic.Shape]));
        }

        return binding;
    }
}
