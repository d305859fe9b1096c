using System.Globalization;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>Tables of results: texts are never taken for markup, numbers are written in the invariant culture.</summary>
internal static class Tables
{
    internal static Table New(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Ascii2);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        return table;
    }

    internal static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);

    internal static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";
}
