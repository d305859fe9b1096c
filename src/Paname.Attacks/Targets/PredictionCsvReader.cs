using Paname.Attacks.Data;
using Paname.Attacks.Data.Csv;

namespace Paname.Attacks.Targets;

/// <summary>Reads predictions from one CSV file.</summary>
internal sealed class PredictionCsvReader
{
    private readonly CsvSource _source;
    private readonly OutputKind _kind;
    private readonly PredictionCsvOptions _options;
    private readonly LabelColumn? _labels;
    private readonly LabelColumn _predicted;
    private readonly string? _actual;
    private readonly MemberColumn _members;
    private readonly List<double> _values = [];
    private readonly List<int>? _trueLabels;

    private PredictionCsvReader(CsvSource source, OutputKind kind, string firstOutput, string? actual, string member, PredictionCsvOptions options)
    {
        _source = source;
        _kind = kind;
        _actual = actual;
        _options = options;
        _labels = options.Label is null ? null : new LabelColumn(options.Label, options.LabelMap);
        _trueLabels = _labels is null ? null : [];
        _predicted = new LabelColumn(firstOutput, options.LabelMap);
        _members = new MemberColumn(member, options.MemberMap);
    }

    /// <summary>Reads a file; where a column of true values is named, the outputs are subtracted from it.</summary>
    internal static PredictionTable Read(string path, OutputKind kind, IReadOnlyList<string> outputs, string? actual, string member, PredictionCsvOptions options)
    {
        using CsvSource source = CsvSource.Open(path, options.Delimiter);
        return new PredictionCsvReader(source, kind, outputs[0], actual, member, options).Read(outputs);
    }

    private PredictionTable Read(IReadOnlyList<string> outputs)
    {
        RequireHeader(outputs);
        int[] columns = [.. outputs.Select(column => Find(column, "output"))];
        int actual = _actual is null ? -1 : Find(_actual, "true value");
        int member = Find(_members.Name, "member");
        int label = _labels is null ? -1 : Find(_labels.Name, "label");
        var ids = new OptionalColumn(_source, null, _options.Id, "id");
        var groups = new OptionalColumn(_source, null, _options.Group, "group");
        var flags = new List<bool>();
        while (_source.Read())
        {
            flags.Add(_members.Read(_source, _source.Cells[member]));
            _trueLabels?.Add(_labels!.Read(_source, _source.Cells[label]));
            ids.Read();
            groups.Read();
            foreach (int column in columns)
            {
                _values.Add(actual < 0 ? Output(column, "output") : Residual(column, actual));
            }

            RequireLabelOfClass(columns.Length);
        }

        if (flags.Count == 0)
        {
            throw new PanameDataException($"{_source.Name} has a header but no record.");
        }

        _labels?.RequireClassZero(_source.Name);
        return new PredictionTable(
            _source.Name, _kind, Classes(columns.Length), _values.ToArray(), flags, _trueLabels, ids.Values, groups.Values, _labels?.ClassNames, _options.ShowIds);
    }

    // A first line with none of the columns named may be a record, and an error that lists headers would print it.
    private void RequireHeader(IReadOnlyList<string> outputs)
    {
        IEnumerable<string?> named = [.. outputs, _actual, _members.Name, _labels?.Name, _options.Id, _options.Group];
        if (!named.OfType<string>().Any(column => _source.Header.Contains(column, StringComparer.Ordinal)))
        {
            throw new PanameDataException(
                $"{_source.Name} has no output column '{outputs[0]}'. Its first line does not look like a header: none of the columns named is there. A header line is needed, and headers compare with case.");
        }
    }

    private int Find(string column, string role) => CsvHeaderCheck.Require(_source, null, column, role);

    private double Residual(int predicted, int actual)
    {
        double residual = Output(actual, "true value") - Output(predicted, "prediction");
        return double.IsFinite(residual) ? residual : throw _source.Error(_source.Header[actual], "the residual is too large for a number.");
    }

    private double Output(int column, string what)
    {
        string cell = _source.Cells[column];
        string name = _source.Header[column];
        if (_kind == OutputKind.LabelsOnly)
        {
            return _predicted.Read(_source, cell);
        }

        return CellReading.Classify(cell, [], out double number) switch
        {
            CellKind.Number => number,
            CellKind.Missing => throw _source.Error(name, $"the {what} is missing."),
            CellKind.NonFinite => throw _source.Error(name, $"the {what} is NaN or an infinity. Nothing is filtered: mend the export."),
            CellKind.DecimalComma => throw _source.Error(name, "a number with a decimal comma. Write a decimal point."),
            _ => throw _source.Error(name, $"the {what} is no number."),
        };
    }

    private void RequireLabelOfClass(int columns)
    {
        int classes = columns > 1 ? columns : _options.Classes ?? 0;
        if (_trueLabels is not null && classes > 0 && _trueLabels[^1] >= classes)
        {
            throw _source.Error(_labels!.Name, FormattableString.Invariant($"the label is no class from 0 to {classes - 1}. Name an output column for every class, or give a LabelMap."));
        }
    }

    private int Classes(int columns)
    {
        if (columns > 1)
        {
            return columns;
        }

        IEnumerable<int> predicted = _kind == OutputKind.LabelsOnly ? _values.Select(value => (int)value) : [];
        return PredictionTable.ClassesOf(_kind, _options.Classes ?? _labels?.ClassNames?.Count, predicted.Concat(_trueLabels ?? []));
    }
}
