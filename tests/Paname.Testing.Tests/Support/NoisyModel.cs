using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>A model with a fingerprint, whose margin to the true class is the record's own difficulty plus a little noise of this model, and a leak on members.</summary>
internal sealed class NoisyModel : IClassifier, IDisposable
{
    private const double Noise = .1;

    private readonly HashSet<double> _members;
    private readonly double _leak;
    private readonly int _seed;

    internal NoisyModel(MembershipData data, double leak, int seed)
    {
        _members = [.. Synthetic.Margins(data)];
        _leak = leak;
        _seed = seed;
    }

    public string Name => FormattableString.Invariant($"model-{_seed}.onnx");

    public string? Fingerprint => FormattableString.Invariant($"fingerprint {_seed} {_leak:R}");

    public OutputKind OutputKind => OutputKind.Logits;

    public int Classes => 2;

    internal int Disposals { get; private set; }

    internal int Scored { get; private set; }

    public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
    {
        Scored += batch.Count;
        ReadOnlySpan<double> features = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
        for (int i = 0; i < batch.Count; i++)
        {
            int hash = BitConverter.DoubleToInt64Bits(features[i]).GetHashCode();
            double margin = Normal.Sample(new MersenneTwister(hash), 1.5, 1) + Normal.Sample(new MersenneTwister(hash ^ (_seed * 7919)), 0, Noise) + (_members.Contains(features[i]) ? _leak : 0);
            outputs[2 * i] = features[i] > 0 ? 0 : margin;
            outputs[(2 * i) + 1] = features[i] > 0 ? margin : 0;
        }
    }

    public void Dispose() => Disposals++;
}
