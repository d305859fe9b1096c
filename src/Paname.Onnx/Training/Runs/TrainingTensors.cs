using Microsoft.ML.OnnxRuntime;
using Paname.Attacks.Data;
using Paname.Onnx.Inputs;
using Paname.Onnx.Training.Losses;
using Paname.Onnx.Training.Steps;

namespace Paname.Onnx.Training.Runs;

/// <summary>The values of all records as the runtime takes them, handed over once and shared by all runs on the same records.</summary>
internal sealed class TrainingTensors : IDisposable
{
    private readonly InputFeed[] _feeds;
    private readonly Dictionary<string, OrtValue> _values = new(StringComparer.Ordinal);

    private TrainingTensors(InputFeed[] feeds, int count)
    {
        _feeds = feeds;
        Count = count;
    }

    internal int Count { get; }

    internal IEnumerable<KeyValuePair<string, OrtValue>> Values => _values;

    /// <param name="model">The model's name.</param>
    /// <param name="data">The records.</param>
    /// <param name="inputs">The model's inputs.</param>
    /// <param name="options">How records reach inputs.</param>
    /// <param name="reading">The loss.</param>
    /// <param name="targetField">The field of targets, where one is named.</param>
    internal static TrainingTensors Bind(string model, LabelledRecords data, IReadOnlyList<ModelInput> inputs, OnnxTrainerOptions options, LossReading reading, string? targetField)
    {
        var binder = new InputBinder(model, inputs, options.ForInputs);
        var all = new RecordBatch(Targets.Without(data.Records, reading.Loss == TrainingLoss.MeanSquaredError ? targetField : null), 0, data.Count);
        var tensors = new TrainingTensors(binder.Bind(all), data.Count);
        try
        {
            for (int i = 0; i < inputs.Count; i++)
            {
                tensors._values.Add(StepNames.Data(inputs[i].Name), tensors._feeds[i].Create(all, data.Count));
            }

            if (reading.Loss != TrainingLoss.NextToken)
            {
                tensors._values.Add(StepNames.Labels, Targets.Create(model, data, reading, targetField));
            }

            return tensors;
        }
        catch
        {
            tensors.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (OrtValue value in _values.Values)
        {
            value.Dispose();
        }

        foreach (InputFeed feed in _feeds)
        {
            feed.Dispose();
        }
    }
}
