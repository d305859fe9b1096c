using Paname.Reports.Document;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>What the controls gave.</summary>
internal static class ControlSection
{
    internal static Section Write(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Controls;
        return context.Section(
            "controls",
            texts.Title,
            new Paragraph(texts.Note, ParagraphKind.Note),
            audit.Controls.Count == 0
                ? new Paragraph(texts.None)
                : new Table(
                    context.Id("control-outcomes"),
                    texts.Caption,
                    [new(texts.Control), new(context.Texts.Attacks.Attack), new(texts.Outcome), new(texts.Detail)],
                    [.. audit.Controls.Select(control => Row(control, context))]));
    }

    private static IReadOnlyList<Phrase> Row(ReportControl control, SectionContext context)
    {
        var texts = context.Texts.Controls;
        return
        [
            control.Kind switch { "positive" => texts.Positive, "null" => texts.Null, "blind" => texts.Blind, _ => Phrase.Code(control.Kind) },
            control.Attack is { } attack ? Phrase.Code(attack) : texts.WholeAudit,
            control.Outcome switch
            {
                "passed" => Phrase.Verdict(texts.Passed, Tone.Pass),
                "failed" => Phrase.Verdict(texts.Failed, Tone.Fail),
                "not run" => Phrase.Verdict(texts.NotRun, Tone.Doubt),
                _ => Phrase.Code(control.Outcome),
            },
            Phrase.English(control.Detail),
        ];
    }
}
