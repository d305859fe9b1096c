namespace Paname.Attacks.Data.Csv;

/// <summary>Gathers one feature column over both files and finds its type: numbers or text, the same on both sides, never mixed.</summary>
internal sealed class FeatureColumn(string name, bool declaredText, CsvOptions options)
{
    private const string MissingMend = "Give CsvOptions.Missing the value the model was trained with, exclude the column, or remove the record from both the training run and the audit.";

    private readonly Dictionary<string, string> _interned = new(StringComparer.Ordinal);
    private bool? _isText = declaredText ? true : null;
    private string _typeSeenAt = string.Empty;
    private string? _firstMissing;

    internal string Name { get; } = name;

    internal bool IsText => _isText
        ?? throw new PanameDataException($"Column '{Name}' holds no value in either file. Name it in CsvOptions.Exclude.");

    internal void Add(CsvSource source, string cell, FeatureCells cells)
    {
        CellKind kind = CellReading.Classify(cell, options.MissingTokens, out double number);
        if (kind == CellKind.Missing)
        {
            if (options.Missing is null)
            {
                throw source.Error(Name, "the value is missing. " + MissingMend);
            }

            _firstMissing ??= $"{source.Where()}, column '{Name}'";
            cells.AddMissing(_isText);
            return;
        }

        bool text = declaredText || kind == CellKind.Text || (_isText == true && kind != CellKind.Number);
        if (!text && kind != CellKind.Number)
        {
            throw source.Error(Name, kind == CellKind.NonFinite
                ? "not a finite number. Name NaN in CsvOptions.MissingTokens and give CsvOptions.Missing, or remove the record from both the training run and the audit."
                : "a number with a decimal comma. Write a decimal point, or name the column in CsvOptions.TextColumns if it is text.");
        }

        if (_isText is null)
        {
            _isText = text;
            _typeSeenAt = source.Where();
        }
        else if (_isText != text)
        {
            throw source.Error(
                Name, $"{(text ? "text" : "a number")}, while the column began with {(text ? "a number" : "text")} ({_typeSeenAt}). Mend the cell, name its text in CsvOptions.MissingTokens if it means missing, or name the column in CsvOptions.TextColumns if it is text.");
        }

        if (text)
        {
            cells.Add(Intern(cell));
        }
        else
        {
            cells.Add(number);
        }
    }

    /// <summary>The stand-in for missing numbers; an error only if one is needed.</summary>
    internal double MissingNumber() => options.Missing?.NumberFor(Name) ?? throw Unruled("number");

    internal string MissingText() => options.Missing?.TextFor(Name) ?? throw Unruled("text");

    private PanameDataException Unruled(string what) => new($"{_firstMissing}: the value is missing, and the rule has no {what} for this column. {MissingMend}");

    private string Intern(string cell)
    {
        if (_interned.TryGetValue(cell, out string? known))
        {
            return known;
        }

        // Free text repeats little: past this the table would cost more than it saves.
        if (_interned.Count < 4096)
        {
            _interned.Add(cell, cell);
        }

        return cell;
    }
}
