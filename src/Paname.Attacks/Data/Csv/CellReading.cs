using System.Globalization;

namespace Paname.Attacks.Data.Csv;

/// <summary>What a cell is.</summary>
internal enum CellKind
{
    Missing,
    Number,
    NonFinite,
    DecimalComma,
    Text,
}

/// <summary>Reads single cells, in the invariant culture.</summary>
internal static class CellReading
{
    internal static CellKind Classify(string cell, IReadOnlyList<string> missingTokens, out double number)
    {
        ReadOnlySpan<char> trimmed = cell.AsSpan().Trim();
        number = 0;
        if (trimmed.IsEmpty || IsToken(trimmed, missingTokens))
        {
            return CellKind.Missing;
        }

        if (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return double.IsFinite(number) ? CellKind.Number : CellKind.NonFinite;
        }

        if (trimmed.TrimStart("+-").Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            return CellKind.NonFinite;
        }

        return IsDecimalComma(trimmed) ? CellKind.DecimalComma : CellKind.Text;
    }

    /// <summary>A class index: a whole number, also when a tool wrote it as 1.0.</summary>
    internal static bool TryLabel(string cell, out int label)
    {
        label = 0;
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || number != Math.Floor(number) || Math.Abs(number) > int.MaxValue)
        {
            return false;
        }

        label = (int)number;
        return true;
    }

    private static bool IsToken(ReadOnlySpan<char> cell, IReadOnlyList<string> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (cell.SequenceEqual(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDecimalComma(ReadOnlySpan<char> cell)
    {
        int comma = cell.IndexOf(',');
        ReadOnlySpan<char> whole = comma < 0 ? default : cell[..comma].TrimStart("+-");
        return comma > 0 && !whole.IsEmpty && comma < cell.Length - 1
            && !whole.ContainsAnyExceptInRange('0', '9') && !cell[(comma + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
