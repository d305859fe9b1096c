namespace Paname.Attacks.Data;

/// <summary>Records with their true class, an id and, where given, the group each belongs to (a patient, a household).</summary>
public sealed class LabelledRecords
{
    private readonly Lazy<string> _fingerprint;

    /// <summary>Gathers records and what is known of them.</summary>
    /// <param name="records">The model's inputs.</param>
    /// <param name="labels">The true class of each record, 0 to classes - 1.</param>
    /// <param name="ids">A distinct id for each record, used to find a record that is on both sides; <see langword="null"/> when there is none.</param>
    /// <param name="groups">The group of each record; records of one group are treated as dependent. <see langword="null"/> when all are independent.</param>
    /// <exception cref="PanameDataException">No record, lengths that differ, a negative label, a repeated or empty id, an empty group.</exception>
    public LabelledRecords(Records records, IReadOnlyList<int> labels, IReadOnlyList<string>? ids = null, IReadOnlyList<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(labels);
        Records = records;
        Labels = [.. labels];
        Ids = ids is null ? null : [.. ids];
        Groups = groups is null ? null : [.. groups];
        LabelledRecordsCheck.Check(this);
        _fingerprint = new Lazy<string>(() => DataFingerprint.Of(this));
    }

    /// <summary>The model's inputs.</summary>
    public Records Records { get; }

    /// <summary>The true class of each record.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The declared id of each record, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Ids { get; }

    /// <summary>The group of each record, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Groups { get; }

    /// <summary>How many records there are.</summary>
    public int Count => Records.Count;

    /// <summary>SHA-256 of the content (values, shapes, column names, labels, ids, groups), in lower-case hexadecimal. Computed once, at first use.</summary>
    public string Fingerprint => _fingerprint.Value;
}
