namespace Paname.Attacks.Data;

/// <summary>How a CSV file is read. The file is UTF-8 (a byte order mark is allowed), its first line is the header, quoting follows RFC 4180.</summary>
public sealed record CsvOptions
{
    /// <summary>The class index of each text or code of the label column. Needed for text ("good", "bad") and for codes that do not
    /// start at 0 (1 and 2): the order is never guessed, since a wrong one spoils the audit silently. Default: none, labels are 0, 1, 2, ...</summary>
    public IReadOnlyDictionary<string, int>? LabelMap { get; init; }

    /// <summary>A column that names what the record belongs to (a patient, a household); records of one group are treated as dependent. Default: none.</summary>
    public string? Group { get; init; }

    /// <summary>The feature columns and their order. Default: every column of the header that is not the label, the id, the group or excluded, in the order of the members' file.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Columns that are no features. Default: none.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Feature columns that hold text though cells may look like numbers (postal codes). Default: none; a column without any number is text by itself.</summary>
    public IReadOnlyList<string>? TextColumns { get; init; }

    /// <summary>What stands in for a missing feature. Default: <see langword="null"/>, a missing value is an error.</summary>
    public MissingValueRule? Missing { get; init; }

    /// <summary>Cells that mean "missing" besides the empty one, for example <c>NA</c> or <c>?</c>. Default: none.</summary>
    public IReadOnlyList<string> MissingTokens { get; init; } = [];

    /// <summary>The character between cells. Default: a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Prints the declared ids in messages: only for ids that are opaque, never for names or numbers that identify a person. Default: off.</summary>
    public bool ShowIds { get; init; }
}
