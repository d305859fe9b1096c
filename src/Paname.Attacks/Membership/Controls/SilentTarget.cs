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

    /// <summary>Whether an attack asked all the same. Its exception may have been wrapped on the way, so it is asked for here.</summary>
    internal bool WasAsked { get; private set; }

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        WasAsked = true;
        throw new InvalidOperationException("The leaky twin of the positive control answers no questions.");
    }
}
