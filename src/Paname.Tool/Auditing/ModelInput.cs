using Paname.Attacks.Targets;
using Paname.Onnx;

namespace Paname.Tool;

/// <summary>Opens the model that a configuration names.</summary>
internal static class ModelInput
{
    internal static OnnxClassifier Open(ModelConfig? model)
    {
        string file = FileOf(model);
        OnnxClassifierOptions options = Options(model!);
        return AuditRun.Checked(() => OnnxClassifier.Load(file, options));
    }

    internal static string FileOf(ModelConfig? model) => Words.NeedFile(model?.File, "The model (an ONNX file: the first argument, or model.file)");

    internal static OnnxClassifierOptions Options(ModelConfig model)
    {
        var options = new OnnxClassifierOptions
        {
            OutputKind = model.Output is { } output
                ? Words.Choose<OutputKind?>(output, "The model's output", ("logits", OutputKind.Logits), ("probabilities", OutputKind.Probabilities), ("labels", OutputKind.LabelsOnly))
                : null,
            OutputName = model.OutputName,
            Classes = model.Classes,
            ClassLabels = model.ClassLabels,
            Image = model.Image is { } image ? Image(image) : null,
        };
        return options with { Threads = model.Threads ?? options.Threads, BatchSize = model.BatchSize ?? options.BatchSize };
    }

    private static OnnxImageInput Image(ImageConfig image)
    {
        var input = new OnnxImageInput { Mean = image.Mean, StandardDeviation = image.StandardDeviation };
        return input with
        {
            RecordLayout = Layout(image.RecordLayout) ?? input.RecordLayout,
            ModelLayout = Layout(image.ModelLayout) ?? input.ModelLayout,
            Scale = image.Scale ?? input.Scale,
        };
    }

    private static OnnxImageLayout? Layout(string? word)
        => word is null ? null : Words.Choose<OnnxImageLayout>(word, "An image's layout", ("channels-first", OnnxImageLayout.ChannelsFirst), ("channels-last", OnnxImageLayout.ChannelsLast));
}
