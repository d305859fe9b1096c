using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>The model and the data of an audit, and what an attacker has besides.</summary>
public sealed class MembershipSetup
{
    private readonly Func<MembershipSetup, IAuditSource> _source;

    /// <summary>A model that can be queried, with members and non-members.</summary>
    /// <param name="target">The model; disposed by the runner of a subject if it is <see cref="IDisposable"/>.</param>
    /// <param name="data">Records of the training set and of a holdout.</param>
    public MembershipSetup(IClassifier target, MembershipData data)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(data);
        _source = setup => new ModelSource(target, data, setup.Shadows, setup.Gradients, setup.Views, setup.Previous);
    }

    /// <summary>Predictions made elsewhere: no model is needed.</summary>
    /// <param name="predictions">Outputs or losses with a member flag.</param>
    public MembershipSetup(PrecomputedPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        _source = setup => setup.Gradients is null && setup.Views.Count == 0 && setup.Previous is null
            ? new PredictionSource(predictions, setup.Shadows)
            : throw new InvalidOperationException($"{nameof(Gradients)} and {nameof(Views)} need a model and its records, as {nameof(Previous)} does; predictions made elsewhere have neither.");
    }

    /// <summary>Where shadow models come from, for the attacks that use them; default <see langword="null"/>: there are none, and those attacks are not applicable.
    /// They are trained or read only in a tier with such attacks. Disposed by the runner of a subject if it is <see cref="IDisposable"/>.</summary>
    public IShadowSource? Shadows { get; init; }

    /// <summary>The same model with its gradients, for white-box attacks; default <see langword="null"/>: the target itself where it has them, else none.
    /// Disposed by the runner of a subject if it is <see cref="IDisposable"/>.</summary>
    public IGradientTarget? Gradients { get; init; }

    /// <summary>Changes of a record, such as shifts of an image, under which the model and its shadow models score it beside the record itself; default none. For models that were
    /// trained with such changes: attacks with shadow models then look at every view (Carlini et al. 2022).</summary>
    public IReadOnlyList<IRecordTransform> Views { get; init; } = [];

    /// <summary>The model the baseline was accepted with, for a comparison on the same records, which sees far smaller changes; default <see langword="null"/>. It is used when its
    /// fingerprint is the baseline's. Disposed by the runner of a subject if it is <see cref="IDisposable"/>.</summary>
    public IClassifier? Previous { get; init; }

    /// <summary>How useful the model is, to stand beside what it leaks in reports and history; default none.</summary>
    public IReadOnlyList<UtilityMetric> Utility { get; init; } = [];

    /// <summary>Set it once the label map was checked by hand: a model less accurate than always answering the commonest class then raises no alarm.
    /// Default <see langword="false"/>.</summary>
    public bool LabelMapConfirmed { get; init; }

    internal IAuditSource Source => field ??= _source(this);
}
