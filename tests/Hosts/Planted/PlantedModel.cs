using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Hosts;

/// <summary>Gives the margin of a record to its true class, which it knows by position.</summary>
internal static class PlantedModel
{
    internal static IClassifier Of(Action<RecordBatch>? before = null, double? planted = null) => new DelegateClassifier(
        OutputKind.Logits,
        3,
        (batch, outputs) =>
        {
            before?.Invoke(batch);
            Fill(batch, outputs);
            if (planted is { } output)
            {
                outputs[4] = output;
            }
        },
        "planted");

    internal static void Fill(RecordBatch batch, Span<double> outputs)
    {
        var field = (RecordField<double>)batch.Records.Fields[0];
        ReadOnlySpan<double> values = batch.Values(field).Span;
        outputs.Clear();
        for (int i = 0; i < batch.Count; i++)
        {
            outputs[(3 * i) + ((batch.Start + i) % 3)] = values[(i * field.Width) + 1];
        }
    }

    internal static string Show(RecordBatch batch)
        => string.Join(", ", batch.Values((RecordField<string>)batch.Records.Fields[1]).ToArray()) + " " + string.Join(", ", batch.Values((RecordField<double>)batch.Records.Fields[0]).ToArray());
}

/// <summary>A classifier of the user's own, whose exception quotes the record.</summary>
internal sealed class QuotingClassifier : IClassifier
{
    public string Name => "quoting";

    public string? Fingerprint => null;

    public OutputKind OutputKind => OutputKind.Logits;

    public int Classes => 3;

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
        => throw new KeyNotFoundException($"no category for {PlantedModel.Show(batch)}", new FormatException(PlantedModel.Show(batch)));
}
