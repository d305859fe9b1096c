using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>Leakage against each measure of utility that the history has.</summary>
internal static class TradeoffFigure
{
    internal static IEnumerable<Block> Write(IReadOnlyList<HistoryEntry> history, string target, HistoryTrend? leakage, SectionContext context)
    {
        if (leakage is null)
        {
            yield break;
        }

        string[] measures = [.. history.Where(entry => entry.Target == target).SelectMany(entry => entry.Utility).Select(measure => measure.Name).Distinct()];
        Tradeoff[] tradeoffs = [.. measures.Select(measure => Tradeoff.Of(history, target, measure, leakage.Metric)).Where(tradeoff => tradeoff.Points.Count > 1)];
        if (tradeoffs.Length > 0)
        {
            yield return new FigureRow([.. tradeoffs.Select((tradeoff, i) => Figure(tradeoff, i, context))]);
            yield return new Paragraph(context.Texts.Trends.TradeoffNote, ParagraphKind.Note);
        }
    }

    private static Figure Figure(Tradeoff tradeoff, int index, SectionContext context)
    {
        var texts = context.Texts.Trends;
        var numbers = context.Numbers;
        string id = context.Id(FormattableString.Invariant($"tradeoff-{index + 1}"));
        string leakage = context.Metrics.OfHistory(tradeoff.Metric);
        context.Charts.Add(id, new
        {
            utility = tradeoff.Utility,
            leakage,
            points = tradeoff.Points.Select(point => new
            {
                run = point.Run,
                utility = point.Utility.Value,
                estimate = point.Leakage.Estimate,
                lower = point.Leakage.Lower,
                upper = point.Leakage.Upper,
                best = point.IsBest,
            }),
        });
        string best = string.Join(", ", tradeoff.Points.Where(point => point.IsBest).Select(point => numbers.Count(point.Run)));
        var table = new Table(
            id + "-numbers",
            texts.TradeoffCaption,
            [new(texts.Run, true), new(tradeoff.Utility, true), new(leakage, true), new(context.Texts.Verdicts.Lower, true), new(context.Texts.Verdicts.Upper, true), new(texts.Remarks)],
            [
                .. tradeoff.Points.Select(point => new Phrase[]
                {
                    numbers.Count(point.Run),
                    numbers.Short(Math.Round(point.Utility.Value, 6)),
                    numbers.Estimate(point.Leakage.Estimate),
                    numbers.Estimate(point.Leakage.Lower),
                    numbers.Estimate(point.Leakage.Upper),
                    point.IsBest ? texts.NotBeaten : texts.Beaten,
                }),
            ]);
        string[] around = texts.Tradeoff.Split("{0}");
        string alternative = ReportTexts.Fill(texts.TradeoffAlternative, leakage, tradeoff.Utility, numbers.Count(tradeoff.Points.Count), best);
        return new Figure(
            Phrase.Of(new Inline(around[0]), new Inline(tradeoff.Utility, InlineKind.Code), new Inline(around[1])),
            [new Plot("tradeoff", id, alternative)],
            table)
        {
            Legend = [new("best", texts.NotBeaten), new("rest", texts.Beaten)],
        };
    }
}
