using Paname.Reports.Document;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>What the reader must know beside the numbers.</summary>
internal static class FindingSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Verdicts;
        return context.Section(
            "findings",
            texts.Findings,
            audit.Findings.Count == 0 ? new Paragraph(texts.NoFindings) : new Bullets([.. audit.Findings.Select(finding => Say(finding, context))]));
    }

    private static Phrase Say(AuditFinding finding, SectionContext context)
    {
        var texts = context.Texts.Verdicts;
        var parts = new List<Inline> { new(finding.Message, InlineKind.English) };
        if (finding.BlocksPass)
        {
            parts.Add(new Inline(texts.BlocksPass, InlineKind.Verdict, Tone.Doubt));
        }

        if (finding.BlocksFail)
        {
            parts.Add(new Inline(texts.BlocksFail, InlineKind.Verdict, Tone.Doubt));
        }

        return Phrase.Joined(" ", parts);
    }
}
