using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>A target that says it has gradients, and counts its disposals.</summary>
internal sealed class FakeGradients(IClassifier inner) : IGradientTarget, IDisposable
{
    public string Name => inner.Name;

    public string? Fingerprint => inner.Fingerprint;

    public OutputKind OutputKind => inner.OutputKind;

    public int Classes => inner.Classes;

    public IReadOnlyList<string> ParameterNames => [];

    public int? InputWidth => 1;

    internal int Disposals { get; private set; }

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => inner.Score(batch, outputs, cancellationToken);

    public void InputGradients(RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public void GradientNorms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken) => throw new NotSupportedException();

    public BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose() => Disposals++;
}
