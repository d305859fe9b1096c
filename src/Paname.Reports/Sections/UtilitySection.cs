using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>What the model is good for, beside what it leaks.</summary>
internal static class UtilitySection
{
    internal static Section Write(AuditReport audit, SectionContext context)
    {
        var texts = context.Texts.Attacks;
        var numbers = context.Numbers;
        Column[] columns = [new(texts.Measure), new(texts.Value, true), new(texts.StandardError, true), new(texts.Direction)];
        List<IReadOnlyList<Phrase>> rows =
        [
            .. audit.Utility.Select(measure => new Phrase[]
            {
                Phrase.Code(measure.Name),
                numbers.Short(Math.Round(measure.Value, 6)),
                measure.StandardError is { } error ? numbers.Estimate(error) : ReportNumbers.Missing,
                measure.HigherIsBetter ? texts.HigherIsBetter : texts.LowerIsBetter,
            }),
            new Phrase[] { texts.MemberAccuracy, numbers.Share(audit.Subject.MemberAccuracy), ReportNumbers.Missing, ReportNumbers.Missing },
            new Phrase[] { texts.NonMemberAccuracy, numbers.Share(audit.Subject.NonMemberAccuracy), ReportNumbers.Missing, texts.HigherIsBetter },
        ];
        ReportAttack? strongest = SectionContext.Ranked(audit).FirstOrDefault(attack => SectionContext.Auc(attack) is not null);
        if (strongest is not null && SectionContext.Auc(strongest) is { } auc)
        {
            rows.Add([ReportTexts.Fill(texts.StrongestAuc, strongest.Name), numbers.Estimate(auc.Estimate), numbers.Estimate(auc.StandardError), context.Bounds(auc.Lower, auc.Upper)]);
        }

        return context.Section(
            "utility",
            texts.Utility,
            audit.Utility.Count == 0 ? new Paragraph(texts.NoUtility) : null,
            new Table(context.Id("utility-numbers"), texts.UtilityCaption, columns, rows));
    }
}
