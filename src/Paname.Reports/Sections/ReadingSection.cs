using Paname.Reports.Document;

namespace Paname.Reports.Sections;

/// <summary>How to read the report, and what it gives to the documentation that EDPB Opinion 28/2024, paragraph 58, speaks of.</summary>
internal static class ReadingSection
{
    internal static Section Write(SectionContext context)
    {
        var texts = context.Texts.Reading;
        string[] here = [texts.FromController, texts.FromController, texts.PartlyFromThisReport, texts.FromController, texts.FromThisReport, texts.FromController];
        return context.Section(
            "reading",
            texts.Title,
            new Bullets([.. texts.Points.Select(point => (Phrase)point)]),
            new Section(
                context.Id("documentation"),
                context.Level + 1,
                texts.Documentation,
                [
                    new Table(
                        context.Id("letters"),
                        texts.DocumentationCaption,
                        [new(texts.Letter), new(texts.Asked), new(texts.Here)],
                        [.. texts.AskedByLetter.Select((asked, i) => new Phrase[] { $"({(char)('a' + i)})", asked, here[i] })]),
                ]));
    }
}
