using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Onnx.Outputs;

/// <summary>Settles output kind and classes from the graph's finding, the runtime's shape inference and the caller's declarations.</summary>
internal sealed class OutputPlanner(string model, OutputChoice choice, NodeMetadata metadata, OnnxClassifierOptions options)
{
    private const string Declare = "Declare it with OnnxClassifierOptions.OutputKind, or name another output with OutputName.";

    private OutputFinding Finding => choice.Finding;

    internal OutputPlan Plan()
    {
        if (metadata.OnnxValueType != OnnxValueType.ONNX_TYPE_TENSOR)
        {
            throw new PanameDataException($"{model}: output '{choice.Name}' is no tensor. Export the model with tensor outputs, or name another output with OutputName.");
        }

        return Finding.Nature == OutputNature.Labels ? Labels() : Scores();
    }

    private OutputPlan Labels()
    {
        if (options.OutputKind is { } declared and not OutputKind.LabelsOnly)
        {
            throw new PanameDataException($"{model}: output '{choice.Name}' holds predicted labels, not {declared}. Name an output with scores with OutputName, or leave OutputKind unset.");
        }

        RequireWidth(1);
        TensorElementType element = metadata.ElementDataType;
        IReadOnlyList<string>? labels = Finding.Labels?.Ordered(options.ClassLabels, model) ?? options.ClassLabels;
        if (labels is null && element == TensorElementType.String)
        {
            throw new PanameDataException($"{model}: output '{choice.Name}' holds text labels and the graph does not list them. Declare them in order of class index with ClassLabels.");
        }

        int classes = Classes(labels?.Count ?? (element == TensorElementType.Bool ? 2 : null), "predicted labels");
        return new OutputPlan(choice.Name, element, OutputKind.LabelsOnly, OutputForm.Labels, classes, 1, labels, null);
    }

    private OutputPlan Scores()
    {
        int width = Width();
        (OutputKind kind, OutputForm form) = Judge(width);
        int classes = Classes(width == 1 ? 2 : width, "values per record");
        IReadOnlyList<string>? labels = Finding.Labels?.Ordered(options.ClassLabels, model) ?? options.ClassLabels;
        if (labels is not null && labels.Count != classes)
        {
            throw new PanameDataException($"{model}: output '{choice.Name}' has {classes} classes, but {labels.Count} labels are known for them. Correct ClassLabels.");
        }

        int[]? order = form == OutputForm.Rows && Finding.Labels is { } columns ? [.. columns.Names.Select(name => IndexOf(labels!, name))] : null;
        bool inOrder = order is null || order.Select((target, column) => target == column).All(same => same);
        return new OutputPlan(choice.Name, metadata.ElementDataType, kind, form, classes, width, labels, inOrder ? null : order);
    }

    private (OutputKind Kind, OutputForm Form) Judge(int width)
    {
        OutputKind? declared = options.OutputKind;
        string ends = $"{model}: output '{choice.Name}' cannot be told for logits or probabilities: {Finding.Reason}";
        if (declared == OutputKind.Logits && Finding.Nature is OutputNature.Probabilities or OutputNature.Sigmoids)
        {
            throw new PanameDataException($"{model}: OutputKind is declared as Logits, but output '{choice.Name}' holds probabilities: {Finding.Reason}. Leave OutputKind unset.");
        }

        bool? areLogits = declared switch
        {
            OutputKind.Logits => true,
            OutputKind.Probabilities => false,
            _ => Finding.Nature switch
            {
                OutputNature.Logits or OutputNature.OpposedLogits => true,
                OutputNature.Probabilities => false,
                OutputNature.Sigmoids when width == 1 => false,
                OutputNature.Sigmoids when declared is null => throw new PanameDataException(
                    $"{model}: output '{choice.Name}' gives {width} independent sigmoids ({Finding.Reason}): several labels at once are not supported. If exactly one label is true, declare OutputKind as Logits on an output before the sigmoid."),
                _ => null,
            },
        };
        if (areLogits is null && (declared != OutputKind.LabelsOnly || width == 1))
        {
            throw new PanameDataException($"{ends}. {Declare}");
        }

        OutputForm form = width switch
        {
            1 => areLogits == true ? OutputForm.LogitColumn : OutputForm.ProbabilityColumn,
            2 when Finding.Nature == OutputNature.OpposedLogits && areLogits == true => OutputForm.OpposedPair,
            _ => OutputForm.Rows,
        };
        return (declared ?? (areLogits == true ? OutputKind.Logits : OutputKind.Probabilities), form);
    }

    /// <summary>Values per record: all of a row must lie along one axis, or the output is not one row per record.</summary>
    private int Width()
    {
        int[] inner = [.. metadata.Dimensions.Skip(1)];
        if (inner.Count(size => size != 1) > 1)
        {
            throw new PanameDataException($"{model}: output '{choice.Name}' has shape {Shape()}, which is not one row of classes per record. Name another output with OutputName.");
        }

        // The runtime reports an output without a stated shape as one without axes.
        int known = metadata.Dimensions.Length == 0 ? -1 : inner.Aggregate(1, (product, size) => product * size);
        if (known > 0)
        {
            return known;
        }

        return Finding.Labels?.Names.Count ?? options.ClassLabels?.Count ?? options.Classes
            ?? throw new PanameDataException($"{model}: the graph does not say how many classes output '{choice.Name}' {Shape()} has. Declare them with OnnxClassifierOptions.Classes.");
    }

    private void RequireWidth(int width)
    {
        if (metadata.Dimensions.Skip(1).Any(size => size > width))
        {
            throw new PanameDataException($"{model}: output '{choice.Name}' has shape {Shape()}, which is not one label per record. Name another output with OutputName.");
        }
    }

    private int Classes(int? found, string what)
    {
        if (found is { } known && options.Classes is { } declared && declared != known)
        {
            throw new PanameDataException($"{model}: Classes is declared as {declared}, but output '{choice.Name}' has {known}. Leave Classes unset.");
        }

        int classes = found ?? options.Classes
            ?? throw new PanameDataException($"{model}: output '{choice.Name}' gives {what} and the graph does not say how many classes there are. Declare them with OnnxClassifierOptions.Classes or ClassLabels.");
        return classes >= 2 ? classes : throw new PanameDataException($"{model}: output '{choice.Name}' tells {classes} class apart; a classifier has at least 2.");
    }

    private string Shape() => $"[{string.Join(',', metadata.Dimensions.Select(size => size < 0 ? "?" : FormattableString.Invariant($"{size}")))}]";

    private static int IndexOf(IReadOnlyList<string> labels, string name)
        => Enumerable.Range(0, labels.Count).First(i => labels[i] == name);
}
