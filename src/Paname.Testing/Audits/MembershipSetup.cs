using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>The model and the data of an audit.</summary>
public sealed class MembershipSetup
{
    /// <summary>A model that can be queried, with members and non-members.</summary>
    /// <param name="target">The model; disposed by the runner if it is <see cref="IDisposable"/>.</param>
    /// <param name="data">Records of the training set and of a holdout.</param>
    public MembershipSetup(IClassifier target, MembershipData data)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(data);
        Source = new ModelSource(target, data);
    }

    /// <summary>Predictions made elsewhere: no model is needed.</summary>
    /// <param name="predictions">Outputs or losses with a member flag.</param>
    public MembershipSetup(PrecomputedPredictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Source = new PredictionSource(predictions);
    }

    /// <summary>Set it once the label map was checked by hand: a model less accurate than always answering the commonest class then raises no alarm.
    /// Default <see langword="false"/>.</summary>
    public bool LabelMapConfirmed { get; init; }

    internal IAuditSource Source { get; }
}
