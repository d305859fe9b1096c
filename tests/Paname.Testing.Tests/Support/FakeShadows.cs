using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>Four shadow models that know nothing; counts how often they are asked for.</summary>
internal sealed class FakeShadows : IShadowSource, IDisposable
{
    private const int Models = 4;

    public string Description => "4 shadow models made up by a test";

    public string? Fingerprint { get; init; }

    internal Action<ShadowRequest> OnObserve { get; init; } = static _ => { };

    /// <summary>Every signal of every shadow model.</summary>
    internal double Signal { get; init; }

    /// <summary>All outputs of the shadow models, if they are known.</summary>
    internal Func<ShadowRequest, IReadOnlyList<TargetOutputs>>? Outputs { get; init; }

    internal IReadOnlyList<string> Notes { get; init; } = [];

    internal List<ShadowRequest> Requests { get; } = [];

    internal int Disposals { get; private set; }

    public ShadowObservations Observe(ShadowRequest request)
    {
        Requests.Add(request);
        OnObserve(request);
        request.CancellationToken.ThrowIfCancellationRequested();
        int records = request.Outputs.Count;
        request.Progress?.Report(new ShadowProgress(Models, Models, 1));
        bool[] inside = [.. Enumerable.Range(0, Models * records).Select(i => ((i / records) + i) % 2 == 0)];
        return new ShadowObservations(
            new ShadowSignals(SignalScale.ScaledLogit, records, 1, 1, new double[records]),
            new ShadowSignals(SignalScale.ScaledLogit, records, Models, 1, Enumerable.Repeat(Signal, Models * records).ToArray()),
            new InclusionMask(Models, records, inside))
        {
            Notes = Notes,
            Outputs = Outputs?.Invoke(request),
        };
    }

    public void Dispose() => Disposals++;
}
