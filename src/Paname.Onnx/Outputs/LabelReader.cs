using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Data;

namespace Paname.Onnx.Outputs;

/// <summary>Turns predicted labels into class indices.</summary>
internal sealed class LabelReader
{
    private readonly string _model;
    private readonly OutputPlan _plan;
    private readonly Dictionary<string, int>? _classes;
    private readonly Dictionary<long, int>? _numbers;

    internal LabelReader(string model, OutputPlan plan)
    {
        _model = model;
        _plan = plan;
        if (plan is not { Form: OutputForm.Labels, ClassLabels: { } labels })
        {
            return;
        }

        _classes = Enumerable.Range(0, labels.Count).ToDictionary(i => labels[i], i => i, StringComparer.Ordinal);
        if (labels.All(label => long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            _numbers = Enumerable.Range(0, labels.Count).ToDictionary(i => long.Parse(labels[i], CultureInfo.InvariantCulture), i => i);
        }
    }

    internal void Read(OrtValue value, int first, Span<double> classes)
    {
        switch (_plan.Element)
        {
            case TensorElementType.Int64:
                ReadOnlySpan<long> longs = value.GetTensorDataAsSpan<long>();
                for (int i = 0; i < classes.Length; i++)
                {
                    classes[i] = ClassOf(longs[i], first + i);
                }

                break;
            case TensorElementType.Int32:
                ReadOnlySpan<int> integers = value.GetTensorDataAsSpan<int>();
                for (int i = 0; i < classes.Length; i++)
                {
                    classes[i] = ClassOf(integers[i], first + i);
                }

                break;
            case TensorElementType.Bool:
                ReadOnlySpan<bool> flags = value.GetTensorDataAsSpan<bool>();
                for (int i = 0; i < classes.Length; i++)
                {
                    classes[i] = flags[i] ? 1 : 0;
                }

                break;
            case TensorElementType.String:
                for (int i = 0; i < classes.Length; i++)
                {
                    classes[i] = _classes!.TryGetValue(value.GetStringElement(i), out int index) ? index : throw NoClass(first + i);
                }

                break;
            default:
                throw new PanameDataException($"{_model}: output '{_plan.Name}' holds {_plan.Element} values; labels are read as int64, int32, bool or string. Export the model with such an output.");
        }
    }

    private int ClassOf(long label, int record)
    {
        if (_numbers is not null)
        {
            return _numbers.TryGetValue(label, out int index) ? index : throw NoClass(record);
        }

        return label >= 0 && label < _plan.Classes ? (int)label : throw NoClass(record);
    }

    private PanameDataException NoClass(int record)
        => new($"{_model}: the label predicted for record {record} is none of the {_plan.Classes} classes. Declare the model's labels in order of class index with ClassLabels.");
}
