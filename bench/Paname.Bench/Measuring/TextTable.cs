namespace Paname.Bench.Measuring;

/// <summary>Lays rows out in columns: the first aligned left, the others right.</summary>
internal static class TextTable
{
    internal static void Write(TextWriter to, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        WriteRow(to, rows[0], widths);
        WriteRow(to, [.. widths.Select(width => new string('-', width))], widths);
        foreach (string[] row in rows.Skip(1))
        {
            WriteRow(to, row, widths);
        }
    }

    private static void WriteRow(TextWriter to, string[] row, int[] widths)
        => to.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
}
