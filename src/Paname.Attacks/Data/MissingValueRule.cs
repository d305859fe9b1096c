namespace Paname.Attacks.Data;

/// <summary>What stands in for missing features: constants, the ones the model was trained with. Labels, ids and groups are never filled.</summary>
public sealed record MissingValueRule
{
    /// <summary>The value for numeric columns not named in <see cref="NumberByColumn"/>. Default: none, a missing number is an error.</summary>
    public double? Number { get; init; }

    /// <summary>The value for text columns not named in <see cref="TextByColumn"/>. Default: none, a missing text is an error.</summary>
    public string? Text { get; init; }

    /// <summary>The values of single numeric columns, by header.</summary>
    public IReadOnlyDictionary<string, double>? NumberByColumn { get; init; }

    /// <summary>The values of single text columns, by header.</summary>
    public IReadOnlyDictionary<string, string>? TextByColumn { get; init; }

    /// <summary>One number for all numeric columns and, where given, one text for all text columns.</summary>
    /// <param name="number">The number; finite.</param>
    /// <param name="text">The text.</param>
    /// <returns>The rule.</returns>
    public static MissingValueRule Constant(double number, string? text = null) => new() { Number = number, Text = text };

    internal double? NumberFor(string column) => NumberByColumn is not null && NumberByColumn.TryGetValue(column, out double value) ? value : Number;

    internal string? TextFor(string column) => TextByColumn is not null && TextByColumn.TryGetValue(column, out string? value) ? value : Text;

    internal IEnumerable<string> Columns => (NumberByColumn?.Keys ?? []).Concat(TextByColumn?.Keys ?? []);
}
