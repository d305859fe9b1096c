using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>The answer first: whether the tests hold, what that means, and all audits in one table when there are several.</summary>
internal static class SummarySection
{
    internal static Section Write(IReadOnlyList<AuditReport> audits, SectionContext context)
    {
        var texts = context.Texts.Page;
        return context.Section(
            "summary",
            texts.Summary,
            audits.Count == 0 ? new Paragraph(texts.NoAudits) : new Paragraph(Lead(audits, context), ParagraphKind.Lead),
            new Paragraph($"{texts.PassingMeans} {texts.Conditional}", ParagraphKind.Caution),
            audits.Count > 1 ? Overview(audits, context) : null);
    }

    private static Phrase Lead(IReadOnlyList<AuditReport> audits, SectionContext context)
    {
        ReportGate[] gates = [.. audits.SelectMany(audit => audit.Gates)];
        int failed = gates.Count(gate => !gate.Holds);
        var texts = context.Texts.Page;
        if (gates.Length == 0)
        {
            return Phrase.Verdict(texts.NotJudged, Tone.None);
        }

        string total = context.Numbers.Count(gates.Length);
        return failed == 0
            ? Phrase.Verdict(ReportTexts.Fill(texts.AllHold, total, total), Tone.Pass)
            : Phrase.Verdict(ReportTexts.Fill(texts.SomeDoNot, context.Numbers.Count(failed), total), gates.Any(GateVerdict.IsFailure) ? Tone.Fail : Tone.Doubt);
    }

    private static Table Overview(IReadOnlyList<AuditReport> audits, SectionContext context)
    {
        var texts = context.Texts;
        return new Table(
            context.Id("overview"),
            texts.Page.Overview,
            [
                new(texts.Page.Model), new(texts.Page.AttackSet), new(texts.Page.TestsThatHold), new(texts.Verdicts.Strongest),
                new(texts.Metrics.Auc, true), new(texts.Verdicts.Lower, true), new(texts.Verdicts.Upper, true),
            ],
            [.. audits.Select((audit, i) => Row(audit, i, context))]);
    }

    private static IReadOnlyList<Phrase> Row(AuditReport audit, int index, SectionContext context)
    {
        var strongest = SectionContext.Ranked(audit).FirstOrDefault(attack => SectionContext.Auc(attack) is not null);
        ReportMetric? auc = strongest is null ? null : SectionContext.Auc(strongest);
        int hold = audit.Gates.Count(gate => gate.Holds);
        string of = ReportTexts.Fill(context.Texts.Page.HoldOf, context.Numbers.Count(hold), context.Numbers.Count(audit.Gates.Count));
        string tone = audit.Gates.Count == 0 ? Tone.None : hold == audit.Gates.Count ? Tone.Pass : audit.Gates.Any(GateVerdict.IsFailure) ? Tone.Fail : Tone.Doubt;
        return
        [
            Phrase.Link(audit.Subject.Target, "#" + ReportBuilder.AuditId(index)),
            Phrase.Code(audit.Run.AttackSet),
            Phrase.Verdict(of, tone),
            strongest is null ? ReportNumbers.Missing : Phrase.Code(strongest.Name),
            context.Numbers.Estimate(auc?.Estimate),
            context.Numbers.Estimate(auc?.Lower),
            context.Numbers.Estimate(auc?.Upper),
        ];
    }
}
