using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Stands for a target whose outputs were replaced: attacks may read the records beside it, but ask it nothing.</summary>
internal sealed class SilentTarget(IClassifier original) : IClassifier
{
    public string Name => original.Name;

    public string? Fingerprint => null;

    public OutputKind OutputKind => original.OutputKind;

    public int Classes => original.Classes;

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => throw new TwinWasAskedException();
}
