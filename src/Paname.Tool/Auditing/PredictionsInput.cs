using Paname.Attacks.Targets;

namespace Paname.Tool;

/// <summary>Reads predictions made elsewhere.</summary>
internal static class PredictionsInput
{
    internal static PrecomputedPredictions Read(PredictionsConfig predictions)
    {
        string file = Words.NeedFile(predictions.File, "The file of predictions (--predictions, or predictions.file)");
        OutputKind kind = Words.Choose(
            Words.Need(predictions.Kind, "The kind of predictions (--output, or predictions.kind)"),
            "The kind of predictions",
            ("logits", OutputKind.Logits),
            ("probabilities", OutputKind.Probabilities),
            ("labels", OutputKind.LabelsOnly),
            ("losses", OutputKind.Losses),
            ("residuals", OutputKind.Residuals));
        string member = Words.Need(predictions.Member, "The member column (--member, or predictions.member)");
        IReadOnlyList<string> outputs = predictions.Outputs is { Count: > 0 } given
            ? given
            : throw ToolException.WrongCommandLine("The output columns (--outputs, or predictions.outputs) are missing.");
        bool single = kind is OutputKind.LabelsOnly or OutputKind.Losses or OutputKind.Residuals;
        if (ConfigPaths.IsArchive(file) || single ? outputs.Count != 1 : outputs.Count < 2)
        {
            throw ToolException.WrongCommandLine("Probabilities and logits need an output column for each class, at least 2; labels, losses, residuals and the array of an archive are one.");
        }

        if (ConfigPaths.IsArchive(file))
        {
            return PrecomputedPredictions.FromNpz(file, kind, outputs[0], predictions.Label, member);
        }

        return PrecomputedPredictions.FromCsv(file, kind, outputs, member, new PredictionCsvOptions
        {
            Label = predictions.Label,
            Id = predictions.Id,
            Group = predictions.Group,
            LabelMap = predictions.LabelMap,
            Classes = predictions.Classes,
            Delimiter = DataInput.Delimiter(predictions.Delimiter, file),
            ShowIds = predictions.ShowIds ?? false,
        });
    }
}
