using Paname.Reports.Charts;
using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>The ROC curves of all attacks, on linear and on logarithmic axes, with one table.</summary>
internal static class RocSection
{
    private static readonly double[] Rates = [.001, .002, .005, .01, .02, .05, .1, .2, .5];

    internal static Section? Write(AuditReport audit, SectionContext context)
    {
        ReportAttack[] attacks = [.. SectionContext.Ranked(audit).Where(attack => attack.Roc.Count > 0)];
        if (attacks.Length == 0)
        {
            return null;
        }

        var texts = context.Texts.Charts;
        double floor = Math.Pow(10, Math.Floor(Math.Log10(1.0 / Math.Max(10, audit.Subject.NonMembers)) + 1e-9));
        context.Charts.AddCurves(context.Id("roc"), attacks.Select(attack => RocCurve.Of(attack, SectionContext.Rank(audit, attack), floor)));
        context.Charts.Add(context.Id("roc"), new { curves = context.Id("roc"), floor });
        string strongest = attacks[0].Name;
        return context.Section(
            "roc",
            texts.Roc,
            new Figure(
                texts.RocFigure,
                [
                    new Plot("roc", context.Id("roc"), ReportTexts.Fill(texts.RocAlternative, strongest)),
                    new Plot("roc-log", context.Id("roc"), ReportTexts.Fill(texts.RocLogAlternative, strongest)),
                ],
                Numbers(attacks, context))
            {
                Legend = Legend(audit, attacks, context),
            },
            new Paragraph(texts.RocNote, ParagraphKind.Note));
    }

    private static LegendEntry[] Legend(AuditReport audit, ReportAttack[] attacks, SectionContext context)
    {
        (ReportAttack Attack, int Rank)[] ranked = [.. attacks.Select(attack => (attack, SectionContext.Rank(audit, attack)))];
        return
        [
            .. ranked.Where(attack => attack.Rank >= 0).Select(attack => new LegendEntry(FormattableString.Invariant($"line-{attack.Rank}"), Phrase.Code(attack.Attack.Name))),
            .. ranked.Any(attack => attack.Rank < 0) ? new LegendEntry[] { new("line-rest", context.Texts.Charts.OtherAttacks) } : [],
            new("chance", context.Texts.Charts.Chance),
        ];
    }

    private static Table Numbers(ReportAttack[] attacks, SectionContext context)
    {
        double[] rates = [.. Rates.Union(attacks.SelectMany(attack => attack.Roc).Where(point => point.Upper is not null).Select(point => point.Fpr)).Order()];
        return new Table(
            context.Id("roc-numbers"),
            context.Texts.Charts.RocCaption,
            [new(context.Texts.Attacks.Attack), .. rates.Select(rate => new Column(context.Numbers.Percent(rate), true))],
            [.. attacks.Select(attack => (IReadOnlyList<Phrase>)[Phrase.Code(attack.Name), .. rates.Select(rate => Cell(attack, rate, context))])]);
    }

    private static Phrase Cell(ReportAttack attack, double rate, SectionContext context)
    {
        // The highest point within the rate: what a threshold reaches, without interpolation.
        ReportRocPoint? reached = attack.Roc.LastOrDefault(point => point.Fpr <= rate);
        Phrase cell = context.Numbers.Share(reached?.Tpr ?? 0);
        ReportRocPoint? planned = attack.Roc.FirstOrDefault(point => point.Fpr == rate && point.Upper is not null);
        return planned is null ? cell : cell.Then(new Inline($"{context.Numbers.Share(planned.Lower)} – {context.Numbers.Share(planned.Upper)}", InlineKind.Aside));
    }
}
