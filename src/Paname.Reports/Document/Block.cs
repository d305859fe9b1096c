namespace Paname.Reports.Document;

/// <summary>A part of a report, of which HTML and Markdown are two views.</summary>
internal abstract record Block;

/// <summary>A heading with what stands below it.</summary>
/// <param name="Id">Its name within the page.</param>
/// <param name="Level">2 to 4; the report's title is 1.</param>
/// <param name="Title">The heading.</param>
/// <param name="Content">What stands below.</param>
internal sealed record Section(string Id, int Level, Phrase Title, IReadOnlyList<Block> Content) : Block
{
    /// <summary>Whether it begins a page on paper.</summary>
    internal bool StartsPage { get; init; }
}

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(Phrase Text, ParagraphKind Kind = ParagraphKind.Plain) : Block;

/// <summary>What weight a paragraph has.</summary>
internal enum ParagraphKind
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>The answer, to be seen first.</summary>
    Lead,

    /// <summary>What limits the meaning of the numbers around it.</summary>
    Caution,

    /// <summary>How to read what stands beside it.</summary>
    Note,
}

/// <summary>A list without order.</summary>
internal sealed record Bullets(IReadOnlyList<Phrase> Items) : Block;

/// <summary>Names and values.</summary>
internal sealed record Facts(IReadOnlyList<(string Name, Phrase Value)> Items) : Block;

/// <summary>Text that is read on demand, laid out by who wrote it, in English.</summary>
internal sealed record Transcript(Phrase Summary, string Text) : Block;

/// <summary>Charts beside one another.</summary>
internal sealed record FigureRow(IReadOnlyList<Figure> Figures) : Block
{
    /// <summary>Whether two stand side by side on paper too: their tables are narrow.</summary>
    internal bool IsNarrow { get; init; }
}
