using System.Globalization;
using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>How the scores of members and of non-members are spread, attack by attack.</summary>
internal static class HistogramSection
{
    internal static Section? Write(AuditReport audit, SectionContext context)
    {
        (ReportAttack Attack, ReportHistogram Histogram)[] attacks =
            [.. SectionContext.Ranked(audit).Where(attack => attack.Histogram is { Members.Count: > 0 }).Select(attack => (attack, attack.Histogram!))];
        var texts = context.Texts.Charts;
        return attacks.Length == 0
            ? null
            : context.Section(
                "scores",
                texts.Histograms,
                new Paragraph(texts.HistogramNote, ParagraphKind.Note),
                new FigureRow([.. attacks.Select((attack, i) => Figure(attack.Attack, attack.Histogram, i, context))]) { IsNarrow = true });
    }

    private static Figure Figure(ReportAttack attack, ReportHistogram histogram, int index, SectionContext context)
    {
        var texts = context.Texts.Charts;
        string id = context.Id(FormattableString.Invariant($"scores-{index + 1}"));
        context.Charts.Add(id, new { edges = histogram.Edges.Select(Rounded), members = histogram.Members, others = histogram.NonMembers });
        string[] around = texts.Histogram.Split("{0}");
        var table = new Table(
            id + "-numbers",
            ReportTexts.Fill(texts.HistogramCaption, attack.Name),
            [new(texts.ScoreFrom, true), new(texts.ScoreTo, true), new(texts.Members, true), new(texts.NonMembers, true)],
            [
                .. histogram.Members.Select((members, i) => new Phrase[]
                {
                    context.Numbers.Short(histogram.Edges[i], 4),
                    context.Numbers.Short(histogram.Edges[i + 1], 4),
                    context.Numbers.Count(members),
                    context.Numbers.Count(histogram.NonMembers[i]),
                }),
            ]);
        return new Figure(
            Phrase.Of(new Inline(around[0]), new Inline(attack.Name, InlineKind.Code), new Inline(around[1])),
            [new Plot("histogram", id, ReportTexts.Fill(texts.HistogramAlternative, attack.Name))],
            table)
        {
            Legend = [new("member", texts.Members), new("other", texts.NonMembers)],
        };
    }

    // More digits than a chart can show only make the file longer.
    private static double Rounded(double edge) => double.Parse(edge.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
