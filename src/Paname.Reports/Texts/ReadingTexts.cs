namespace Paname.Reports.Texts;

/// <summary>How to read a report, and what it gives to the documentation that EDPB Opinion 28/2024, paragraph 58, speaks of.</summary>
internal sealed record ReadingTexts
{
    internal required string Title { get; init; }

    internal required IReadOnlyList<string> Points { get; init; }

    internal required string Documentation { get; init; }

    internal required string DocumentationCaption { get; init; }

    internal required string Letter { get; init; }

    internal required string Asked { get; init; }

    internal required string Here { get; init; }

    internal required IReadOnlyList<string> AskedByLetter { get; init; }

    internal required string FromController { get; init; }

    internal required string FromThisReport { get; init; }

    internal required string PartlyFromThisReport { get; init; }
}
