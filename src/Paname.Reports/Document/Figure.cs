namespace Paname.Reports.Document;

/// <summary>Charts with the table of their numbers; the table is there without JavaScript too.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Plots">Its charts.</param>
/// <param name="Numbers">Their numbers.</param>
internal sealed record Figure(Phrase Title, IReadOnlyList<Plot> Plots, Table Numbers) : Block
{
    /// <summary>What its marks stand for.</summary>
    internal IReadOnlyList<LegendEntry> Legend { get; init; } = [];
}

/// <summary>One chart.</summary>
/// <param name="Kind">How it is drawn: a name known to eng/charts.</param>
/// <param name="Data">The name of its numbers in the page's data.</param>
/// <param name="Alternative">What one who does not see it should know.</param>
internal sealed record Plot(string Kind, string Data, string Alternative);

/// <summary>A mark of a chart and what it stands for.</summary>
/// <param name="Mark">"line-0" to "line-3", "line-rest", "limit", "level", "change", "chance", "member", "other", "best", "rest".</param>
/// <param name="Text">What it stands for.</param>
internal sealed record LegendEntry(string Mark, Phrase Text);
