namespace Paname.Attacks.Data;

/// <summary>What a membership audit is about: records the model was trained on (members) and records it never saw (non-members), with
/// true labels. Immutable; both sides have the same fields.</summary>
public sealed partial class MembershipData
{
    private readonly MembershipDataOptions _options;
    private readonly Lazy<string> _fingerprint;
    private readonly Lazy<string> _contentKey;
    private readonly Lazy<(RecordKeys Members, RecordKeys NonMembers)> _keys;
    private readonly Lazy<SplitHygiene> _hygiene;

    /// <summary>Joins the two sides.</summary>
    /// <param name="members">The records the model was trained on, or a random sample of them.</param>
    /// <param name="nonMembers">Records from the same source that the model never saw, neither in training nor in tuning.</param>
    /// <param name="options">How records and classes are spoken of; by default without ids.</param>
    /// <exception cref="PanameDataException">The sides differ in fields, shapes or types, or only one of them has groups.</exception>
    public MembershipData(LabelledRecords members, LabelledRecords nonMembers, MembershipDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(nonMembers);
        Members = members;
        NonMembers = nonMembers;
        _options = options ?? new MembershipDataOptions();
        SidesCheck.Check(members, nonMembers);
        ClassNames = _options.ClassNames is { Count: > 0 } names ? [.. names] : null;
        _fingerprint = new Lazy<string>(() => DataFingerprint.Of(members, nonMembers));
        _contentKey = new Lazy<string>(() => DataFingerprint.KeyOf(this));
        _keys = new Lazy<(RecordKeys, RecordKeys)>(ComputeKeys);
        _hygiene = new Lazy<SplitHygiene>(() => SplitHygiene.Inspect(this));
    }

    /// <summary>The records the model was trained on.</summary>
    public LabelledRecords Members { get; }

    /// <summary>The records the model never saw.</summary>
    public LabelledRecords NonMembers { get; }

    /// <summary>The names of the classes by class index, from a label map or the options; otherwise <see langword="null"/>.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>SHA-256 of the content (values, shapes, column names, labels, ids, groups), in lower-case hexadecimal; independent of file names.
    /// Computed once, at first use.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>XxHash128 of the same content, in lower-case hexadecimal: about ten times as fast, for caches inside a process; a record of what was
    /// audited names the <see cref="Fingerprint"/>. Computed once, at first use.</summary>
    public string ContentKey => _contentKey.Value;

    /// <summary>What speaks against the split: records on both sides, other classes. Computed once, at first use.</summary>
    public SplitHygiene Hygiene => _hygiene.Value;

    /// <summary>The records' keys; one pass over the values for <see cref="ContentKey"/> and <see cref="Hygiene"/>.</summary>
    internal (RecordKeys Members, RecordKeys NonMembers) Keys => _keys.Value;

    /// <summary>How a record appears in messages: "member #12", counted from 1 within its side, with its id only where <see cref="MembershipDataOptions.ShowIds"/> allows it.</summary>
    /// <param name="member">The side.</param>
    /// <param name="index">Zero-based index within the side.</param>
    /// <returns>A name without any value of the record.</returns>
    public string RecordName(bool member, int index)
    {
        LabelledRecords side = member ? Members : NonMembers;
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, side.Count);
        return RecordNames.Name(member, index, _options.ShowIds ? side.Ids : null);
    }

    /// <summary>The same records, each with the group it belongs to (a patient, a household), for sources without a group column.</summary>
    /// <param name="members">The group of each member.</param>
    /// <param name="nonMembers">The group of each non-member.</param>
    /// <returns>New data; the records are shared.</returns>
    /// <exception cref="PanameDataException">A length that differs from the records', or an empty group.</exception>
    public MembershipData WithGroups(IReadOnlyList<string> members, IReadOnlyList<string> nonMembers)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(nonMembers);
        return With(side => new(side.Records, side.Labels, side.Ids, side == Members ? members : nonMembers));
    }

    /// <summary>The same records, each with an id, for sources without an id column.</summary>
    /// <param name="members">The id of each member; distinct.</param>
    /// <param name="nonMembers">The id of each non-member; distinct.</param>
    /// <param name="showIds">Prints the ids in messages: only for ids that are opaque.</param>
    /// <returns>New data; the records are shared.</returns>
    /// <exception cref="PanameDataException">A length that differs from the records', an empty or a repeated id.</exception>
    public MembershipData WithIds(IReadOnlyList<string> members, IReadOnlyList<string> nonMembers, bool showIds = false)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(nonMembers);
        return With(side => new(side.Records, side.Labels, side == Members ? members : nonMembers, side.Groups), _options with { ShowIds = showIds });
    }

    /// <summary>The same records with a name for each class, for messages.</summary>
    /// <param name="names">The names, in the order of the class indices.</param>
    /// <returns>New data; the records are shared.</returns>
    public MembershipData WithClassNames(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(Members, NonMembers, _options with { ClassNames = names });
    }

    private (RecordKeys Members, RecordKeys NonMembers) ComputeKeys()
    {
        var sides = new RecordKeys[2];
        Parallel.Invoke(() => sides[0] = RecordKeys.Of(Members.Records), () => sides[1] = RecordKeys.Of(NonMembers.Records));
        return (sides[0], sides[1]);
    }

    private MembershipData With(Func<LabelledRecords, LabelledRecords> change, MembershipDataOptions? options = null)
        => new(Named.In("Members", () => change(Members)), Named.In("Non-members", () => change(NonMembers)), options ?? _options);
}
