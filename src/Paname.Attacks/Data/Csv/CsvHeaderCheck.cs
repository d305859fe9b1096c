using System.Globalization;

namespace Paname.Attacks.Data.Csv;

/// <summary>Checks a header line. A file without one has a record there: cells are named by position until the header is known to be one.</summary>
internal static class CsvHeaderCheck
{
    internal static void Check(CsvSource source, char delimiter)
    {
        string[] header = source.Header;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
            {
                throw source.Error($"column {Position(i)} has no header. Name every column; if the file has no header line, add one.");
            }

            if (!first.TryAdd(header[i], i))
            {
                throw source.Error($"columns {Position(first[header[i]])} and {Position(i)} have the same header. Name every column differently; if the file has no header line, add one.");
            }
        }

        if (header.Length == 1 && OtherDelimiter(header[0], delimiter) is { } other)
        {
            throw source.Error($"the header is a single cell that contains a {other.Name}. Set the options' Delimiter to {other.Code}.");
        }
    }

    /// <summary>The position of a column named by the caller, or the error that it is not there.</summary>
    internal static int Require(CsvSource source, CsvSource? other, string column, string role)
    {
        int index = Array.IndexOf(source.Header, column);
        if (index >= 0)
        {
            return index;
        }

        string[] headers = SureHeaders(source, other, column);
        string known = headers.Length > 0
            ? $"{(other is null ? "Its header has" : "Both files have")}: {string.Join(", ", headers)}."
            : "Its first line does not look like a header; a header line is needed, and headers compare with case.";
        throw new PanameDataException($"{source.Name} has no {role} column '{column}'. {known}");
    }

    /// <summary>What of the first line is a header beyond doubt, so that a message may print it: none if a cell is a number and so perhaps a record's;
    /// of two files, the cells that both have, if the other file has the column or begins alike. Records share texts (yes, no), so sharing most is no proof.</summary>
    private static string[] SureHeaders(CsvSource source, CsvSource? other, string column)
    {
        if (source.Header.Any(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return [];
        }

        return other is null ? source.Header
            : other.Header.Contains(column, StringComparer.Ordinal) || source.Header.SequenceEqual(other.Header) ? [.. source.Header.Intersect(other.Header, StringComparer.Ordinal)]
            : [];
    }

    private static (string Name, string Code)? OtherDelimiter(string cell, char delimiter)
    {
        foreach ((char symbol, string name, string code) in new[] { (';', "semicolon", "';'"), ('\t', "tab", "'\\t'"), (',', "comma", "','"), ('|', "vertical bar", "'|'") })
        {
            if (symbol != delimiter && cell.Contains(symbol, StringComparison.Ordinal))
            {
                return (name, code);
            }
        }

        return null;
    }

    private static string Position(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
