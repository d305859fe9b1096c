using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>The target's side of an audit, handed to a source of shadow models.</summary>
/// <param name="Outputs">The target's outputs on the audited records, members first.</param>
/// <param name="Labels">The true class of each, in the same order.</param>
/// <param name="Members">How many of the records are members.</param>
/// <param name="Seed">Decides the plan and the training of shadow models.</param>
public sealed record ShadowRequest(TargetOutputs Outputs, IReadOnlyList<int> Labels, int Members, int Seed)
{
    /// <summary>The target, for sources that score population records; <see langword="null"/> when only its predictions are known.</summary>
    public IClassifier? Target { get; init; }

    /// <summary>The audited records; <see langword="null"/> when only predictions are known.</summary>
    public MembershipData? Data { get; init; }

    /// <summary>Changes of a record, such as shifts of an image, that it is scored under beside itself; default none. For models that were trained with such changes: attacks then
    /// look at every view. All models score all views; signals that were computed elsewhere bring their own.</summary>
    public IReadOnlyList<IRecordTransform> Views { get; init; } = [];

    /// <summary>Time there is for training; default <see langword="null"/>: as long as it takes. A source that cannot do all within it trains fewer models and says so.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Told how many models are done; default <see langword="null"/>.</summary>
    public IProgress<ShadowProgress>? Progress { get; init; }

    /// <summary>Stops between or within models; default none.</summary>
    public CancellationToken CancellationToken { get; init; }
}
