namespace Paname.Reports.Document;

/// <summary>A table: the first cell of a row is its header.</summary>
/// <param name="Id">Its name within the page.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">One phrase per column.</param>
internal sealed record Table(string Id, string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Phrase>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its header.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
internal sealed record Column(string Title, bool IsNumber = false);
