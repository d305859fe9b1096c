using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>Gives the record's margin, times a sign, to the true class; counts what it scores and whether it was disposed.</summary>
internal sealed class CountingClassifier(OutputKind kind, double sign) : IClassifier, IDisposable
{
    public string Name { get; init; } = "model.onnx";

    public string? Fingerprint { get; init; }

    public OutputKind OutputKind => kind;

    public int Classes => 2;

    internal int Scored { get; private set; }

    internal int Disposals { get; private set; }

    internal Action OnScore { get; init; } = static () => { };

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        OnScore();
        Scored += batch.Count;
        ReadOnlySpan<double> margins = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
        for (int i = 0; i < batch.Count; i++)
        {
            int label = (batch.Start + i) % 2;
            if (kind == OutputKind.LabelsOnly)
            {
                outputs[i] = sign * margins[i] > 0 ? label : 1 - label;
            }
            else
            {
                outputs[(2 * i) + label] = sign * margins[i];
                outputs[(2 * i) + 1 - label] = 0;
            }
        }
    }

    public void Dispose() => Disposals++;
}
