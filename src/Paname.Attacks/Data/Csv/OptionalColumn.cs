namespace Paname.Attacks.Data.Csv;

/// <summary>Gathers the texts of a column that may not have been named; where it is, every record needs one.</summary>
internal sealed class OptionalColumn
{
    private readonly CsvSource _source;
    private readonly string _role;
    private readonly int _position;
    private readonly List<string>? _values;

    internal OptionalColumn(CsvSource source, CsvSource? other, string? column, string role)
    {
        _source = source;
        _role = role;
        _position = column is null ? -1 : CsvHeaderCheck.Require(source, other, column, role);
        _values = column is null ? null : [];
    }

    internal IReadOnlyList<string>? Values => _values;

    internal void Read()
    {
        if (_values is null)
        {
            return;
        }

        string cell = _source.Cells[_position].Trim();
        _values.Add(cell.Length > 0 ? cell : throw _source.Error(_source.Header[_position], $"the {_role} is missing. Give every record one, or leave the {_role} column out."));
    }
}
