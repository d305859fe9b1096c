using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>A classifier that names its classes.</summary>
internal sealed class NamedClassifier(IClassifier inner, IReadOnlyList<string> labels) : INamedClassifier
{
    public string Name => inner.Name;

    public string? Fingerprint => inner.Fingerprint;

    public OutputKind OutputKind => inner.OutputKind;

    public int Classes => inner.Classes;

    public IReadOnlyList<string>? ClassLabels => labels;

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => inner.Score(batch, outputs, cancellationToken);
}
