using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>A shadow model in the place of the target. Its members, the audited records it was trained on, come first.</summary>
public sealed class ReusedTarget
{
    internal ReusedTarget(int model, int complement, int members, int[] records, TargetOutputs outputs, ShadowObservations observations, int[]? population)
    {
        Model = model;
        Complement = complement;
        Members = members;
        Records = records;
        Outputs = outputs;
        Observations = observations;
        PopulationRecords = population;
    }

    /// <summary>The shadow model that is the target here: its zero-based index.</summary>
    public int Model { get; }

    /// <summary>The model trained on the other records, left out: its zero-based index.</summary>
    public int Complement { get; }

    /// <summary>How many of the records are members of this target: the first ones.</summary>
    public int Members { get; }

    /// <summary>Where each record was before: entry i is the zero-based index of record i among the audited records. Members ascending, then non-members ascending.</summary>
    public IReadOnlyList<int> Records { get; }

    /// <summary>The target's outputs in the new order. Where only signals are known, what the first view says: the loss that follows from a scaled logit;
    /// a residual; for other scores a decreasing function of them in the place of a loss, which keeps their order.</summary>
    public TargetOutputs Outputs { get; }

    /// <summary>The target's signals, and those of all models but itself and its complement, in the order they had.</summary>
    public ShadowObservations Observations { get; }

    /// <summary>The population records kept, by their zero-based index before: those this target was not trained on.
    /// <see langword="null"/> when there is no population, or this target was trained on all of it.</summary>
    public IReadOnlyList<int>? PopulationRecords { get; }

    /// <summary>What an attacker observes of this target. It can be asked nothing else: attacks that query the target do not apply.</summary>
    /// <param name="labels">The true class of each audited record, in the order before; <see langword="null"/> when unknown.</param>
    /// <param name="groups">The group of each audited record, in the order before; <see langword="null"/> when all are independent.</param>
    /// <returns>Observations in the new order.</returns>
    /// <exception cref="Data.PanameDataException">Labels or groups are not one per audited record, or do not fit the model.</exception>
    public MembershipObservations Observe(IReadOnlyList<int>? labels = null, IReadOnlyList<string>? groups = null) =>
        new(Outputs, Reordered(labels), Members, Reordered(groups)) { Shadows = Observations };

    private IReadOnlyList<T>? Reordered<T>(IReadOnlyList<T>? values) => values is null || values.Count != Records.Count ? values : [.. Records.Select(record => values[record])];
}
