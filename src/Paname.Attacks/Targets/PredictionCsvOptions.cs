namespace Paname.Attacks.Targets;

/// <summary>How a CSV file of predictions is read. The file is UTF-8 with a header line.</summary>
public sealed record PredictionCsvOptions
{
    /// <summary>The column of true labels. Needed for all kinds but losses and residuals.</summary>
    public string? Label { get; init; }

    /// <summary>A column of distinct ids. Default: none.</summary>
    public string? Id { get; init; }

    /// <summary>A column that names what the record belongs to (a patient, a household). Default: none.</summary>
    public string? Group { get; init; }

    /// <summary>The class index of each text or code of the label column, and of the output column when labels only. Needed for text and for codes that do not
    /// start at 0. Default: none, labels are 0, 1, 2, ...</summary>
    public IReadOnlyDictionary<string, int>? LabelMap { get; init; }

    /// <summary>What each text of the member column means. Default: 1 and true are members, 0 and false non-members, in any case.</summary>
    public IReadOnlyDictionary<string, bool>? MemberMap { get; init; }

    /// <summary>How many classes the model tells apart, when neither one output column per class nor a label map says it. Default: the highest label + 1.</summary>
    public int? Classes { get; init; }

    /// <summary>The character between cells. Default: a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Prints the declared ids in messages: only for ids that are opaque. Default: off.</summary>
    public bool ShowIds { get; init; }
}
