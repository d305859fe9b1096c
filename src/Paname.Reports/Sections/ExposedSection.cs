using Paname.Reports.Document;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>The members that attacks find most easily, by opaque names.</summary>
internal static class ExposedSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Attacks;
        ReportAttack[] attacks = [.. SectionContext.Ranked(audit).Where(attack => attack.MostExposed.Count > 0)];
        if (attacks.Length == 0)
        {
            return context.Section("exposed", texts.Exposed, new Paragraph(texts.NoExposed));
        }

        int ranks = attacks.Max(attack => attack.MostExposed.Count);
        var table = new Table(
            context.Id("exposed-ids"),
            texts.ExposedCaption,
            [new(texts.Attack), .. Enumerable.Range(1, ranks).Select(rank => new Column($"{texts.Rank} {context.Numbers.Count(rank)}"))],
            [
                .. attacks.Select(attack => (IReadOnlyList<Phrase>)
                [
                    Phrase.Code(attack.Name),
                    .. Enumerable.Range(0, ranks).Select(rank => rank < attack.MostExposed.Count ? Phrase.Code(attack.MostExposed[rank]) : ReportNumbers.Missing),
                ]),
            ]);
        return context.Section("exposed", texts.Exposed, new Paragraph(texts.ExposedNote, ParagraphKind.Note), table);
    }
}
