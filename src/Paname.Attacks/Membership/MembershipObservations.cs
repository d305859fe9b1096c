using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>What the attacker observed: outputs and labels of the members, then of the non-members. Every record was scored once.</summary>
public sealed class MembershipObservations
{
    private readonly int[]? _labels;

    /// <summary>Gathers observations.</summary>
    /// <param name="outputs">Outputs of the members, then of the non-members.</param>
    /// <param name="labels">True classes in the same order; <see langword="null"/> when unknown.</param>
    /// <param name="members">How many of the records are members: the first ones. At least 1, fewer than all.</param>
    /// <param name="groups">The group of each record in the same order; <see langword="null"/> when all are independent.</param>
    /// <exception cref="PanameDataException">One side is empty, lengths differ, or a label is no class of the model.</exception>
    public MembershipObservations(TargetOutputs outputs, IReadOnlyList<int>? labels, int members, IReadOnlyList<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (members <= 0 || members >= outputs.Count)
        {
            throw new PanameDataException($"An audit needs members and non-members; there are {members} and {outputs.Count - members}.");
        }

        if ((labels?.Count ?? outputs.Count) != outputs.Count || (groups?.Count ?? outputs.Count) != outputs.Count)
        {
            throw new PanameDataException($"There are {labels?.Count} labels and {groups?.Count} groups for {outputs.Count} outputs.");
        }

        Outputs = outputs;
        _labels = labels?.ToArray();
        Members = members;
        Groups = groups is null ? null : [.. groups];
    }

    /// <summary>Outputs of the members, then of the non-members.</summary>
    public TargetOutputs Outputs { get; }

    /// <summary>True classes in the same order, or <see langword="null"/>.</summary>
    public IReadOnlyList<int>? Labels => _labels;

    /// <summary>Groups in the same order, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Groups { get; }

    /// <summary>How many of the records are members.</summary>
    public int Members { get; }

    /// <summary>How many of the records are non-members.</summary>
    public int NonMembers => Outputs.Count - Members;

    /// <summary>What shadow models say about the same records; default <see langword="null"/>: there are none.</summary>
    public ShadowObservations? Shadows { get; init; }

    /// <summary>The target itself, for attacks that ask more of it; default <see langword="null"/>: only the outputs are known.</summary>
    public QueryAccess? Access { get; init; }

    /// <summary>What the attacker sees.</summary>
    public AttackerView View => new(Outputs.Kind, Outputs.Classes, _labels is not null)
    {
        Shadows = Shadows?.View,
        Queries = Access is not null,
        Gradients = Access?.Gradients is not null,
        Features = Access is { } access && FeatureMatrix.Unavailable(access.Records) is null ? FeatureMatrix.WidthOf(access.Records) : null,
    };

    internal ReadOnlySpan<int> LabelSpan => _labels;
}
