using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>A model's outputs on members and non-members, written down elsewhere: the model itself is not needed. Members come first, then non-members,
/// each in the order given. Immutable.</summary>
public sealed partial class PrecomputedPredictions
{
    private readonly IReadOnlyList<string>? _shownIds;
    private readonly Lazy<string> _fingerprint;

    internal PrecomputedPredictions(PredictionTable table)
    {
        PredictionTableCheck.Check(table);
        int[] order = [.. Enumerable.Range(0, table.Member.Count).OrderBy(i => table.Member[i] ? 0 : 1)];
        Name = table.Name;
        Members = table.Member.Count(member => member);
        NonMembers = order.Length - Members;
        Labels = table.Labels is { } labels ? [.. order.Select(i => labels[i])] : null;
        Groups = table.Groups is { } groups ? [.. order.Select(i => groups[i])] : null;
        Ids = table.Ids is { } ids ? [.. order.Select(i => ids[i])] : null;
        ClassNames = table.ClassNames is { Count: > 0 } names ? [.. names] : null;
        _shownIds = table.ShowIds ? Ids : null;
        int width = TargetOutputs.WidthOf(table.Kind, table.Classes);
        var values = new double[table.Values.Length];
        for (int i = 0; i < order.Length; i++)
        {
            table.Values.Span.Slice(order[i] * width, width).CopyTo(values.AsSpan(i * width));
        }

        Outputs = Named.In(Name, () => new TargetOutputs(table.Kind, table.Classes, values, NameAt));
        _fingerprint = new Lazy<string>(() => PredictionFingerprint.Of(this));
    }

    /// <summary>A name for messages: the file's name, or the one given.</summary>
    public string Name { get; }

    /// <summary>What the outputs are: logits, probabilities, labels, losses or residuals.</summary>
    public OutputKind OutputKind => Outputs.Kind;

    /// <summary>How many classes the model tells apart; 1 if unknown, which only losses and residuals allow.</summary>
    public int Classes => Outputs.Classes;

    /// <summary>SHA-256 of the content (outputs, labels, sides, ids, groups), in lower-case hexadecimal; independent of file names. Computed once, at first use.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The outputs: members first, then non-members.</summary>
    public TargetOutputs Outputs { get; }

    /// <summary>The true class of each record in the order of <see cref="Outputs"/>, or <see langword="null"/>, which only losses and residuals allow.</summary>
    public IReadOnlyList<int>? Labels { get; }

    /// <summary>How many members there are; at least 1.</summary>
    public int Members { get; }

    /// <summary>How many non-members there are; at least 1.</summary>
    public int NonMembers { get; }

    /// <summary>The declared id of each record in the order of <see cref="Outputs"/>, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Ids { get; }

    /// <summary>The group of each record in the order of <see cref="Outputs"/>, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Groups { get; }

    /// <summary>The names of the classes by class index, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>How a record appears in messages: "member #12", counted from 1 within its side, with its id only where the options allow it.</summary>
    /// <param name="member">The side.</param>
    /// <param name="index">Zero-based index within the side.</param>
    /// <returns>A name without any value of the record.</returns>
    public string RecordName(bool member, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, member ? Members : NonMembers);
        return NameAt(member ? index : Members + index);
    }

    private string NameAt(int position)
    {
        bool member = position < Members;
        string name = RecordNames.Name(member, member ? position : position - Members, null);
        return _shownIds is null ? name : $"{name} (id {_shownIds[position]})";
    }
}
