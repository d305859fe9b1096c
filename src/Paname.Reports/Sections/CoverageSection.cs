using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>What was tested of the families of EDPB Opinion 28/2024, paragraph 55. A family that the audit says nothing about was not tested; none is left out.</summary>
internal static class CoverageSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Coverage;
        return context.Section(
            "coverage",
            texts.Title,
            new Table(
                context.Id("coverage-matrix"),
                texts.Caption,
                [new(texts.Family), new(texts.Status), new(texts.Detail)],
                [.. Families(texts).Select(family => Row(audit.Coverage.FirstOrDefault(item => item.Item == family.Item), family.Name, texts))]),
            new Paragraph(texts.Note, ParagraphKind.Note));
    }

    private static (string Item, string Name)[] Families(CoverageTexts texts) =>
    [
        ("i-attribute", texts.AttributeInference),
        ("i-membership", texts.MembershipInference),
        ("ii", texts.Exfiltration),
        ("iii", texts.Regurgitation),
        ("iv", texts.Inversion),
        ("v", texts.Reconstruction),
    ];

    private static IReadOnlyList<Phrase> Row(ReportCoverage? item, string name, CoverageTexts texts) =>
    [
        name,
        item?.Status switch
        {
            "tested" => Phrase.Verdict(texts.Tested, Tone.Pass),
            "not applicable" => Phrase.Verdict(texts.NotApplicable, Tone.None),
            null or "not tested" => Phrase.Verdict(texts.NotTested, Tone.Doubt),
            { } other => Phrase.Code(other),
        },
        item is null ? texts.NoWord : Phrase.English(item.Detail),
    ];
}
