using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>How the metrics of a model went over its runs: charts of the strongest, changes of level of all, and leakage against utility.</summary>
internal static class TrendSection
{
    private const int Charted = 4;

    internal static Section Write(string target, IReadOnlyList<HistoryEntry> history, IReadOnlyList<AuditReport> audits, SectionContext context)
    {
        var texts = context.Texts.Trends;
        string[] around = texts.TitleOf.Split("{0}");
        Phrase title = Phrase.Of(new Inline(around[0]), new Inline(target, InlineKind.Code), new Inline(around[1]));
        int runs = history.Count(entry => entry.Target == target);
        if (runs < 2)
        {
            return new Section(context.Id("trend"), context.Level, title, [new Paragraph(ReportTexts.Fill(texts.TooFew, context.Numbers.Count(runs)))]);
        }

        HistoryTrend[] trends = [.. HistoryTrend.MetricsOf(history, target).Select(metric => HistoryTrend.Of(history, target, metric)).Where(trend => trend.Points.Count > 1)];
        HistoryTrend[] auc = [.. trends.Where(trend => trend.Metric.EndsWith(" auc", StringComparison.Ordinal)).Take(Charted)];
        return new Section(
            context.Id("trend"),
            context.Level,
            title,
            [
                new Paragraph(ReportTexts.Fill(texts.Note, context.Numbers.Short(new TrendOptions().SeedStandardDeviation)), ParagraphKind.Note),
                .. auc.Length > 0 ? new Block[] { new FigureRow([.. auc.Select((trend, i) => Series(trend, i, audits, context))]) } : [],
                Changes(trends, context),
                .. TradeoffFigure.Write(history, target, auc.FirstOrDefault(), context),
            ]);
    }

    private static Figure Series(HistoryTrend trend, int index, IReadOnlyList<AuditReport> audits, SectionContext context)
    {
        var texts = context.Texts.Trends;
        string id = context.Id(FormattableString.Invariant($"trend-{index + 1}"));
        string name = context.Metrics.OfHistory(trend.Metric);
        double[] limits =
        [
            .. audits.Where(audit => audit.Subject.Target == trend.Target).SelectMany(audit => audit.Gates)
                .Where(gate => gate is { Kind: "limit", Metric: "auc", Limit: not null }).Select(gate => gate.Limit!.Value).Distinct().Order(),
        ];
        context.Charts.Add(id, new
        {
            limits,
            last = trend.Points[^1].Run,
            points = trend.Points.Select(point => new { run = point.Run, estimate = point.Value.Estimate, lower = point.Value.Lower, upper = point.Value.Upper }),
            segments = trend.Segments.Select(segment => new { first = trend.Points[segment.First].Run, last = trend.Points[segment.Last].Run, mean = segment.Mean }),
            changes = trend.Changes.Select((change, i) => new { run = change.Run, label = Difference(trend, i, context) }),
        });
        string alternative = ReportTexts.Fill(
            texts.SeriesAlternative, context.Numbers.Count(trend.Points.Count), context.Numbers.Estimate(trend.Points[^1].Value.Estimate), Changes(trend, context));
        var table = new Table(
            id + "-numbers",
            ReportTexts.Fill(texts.SeriesCaption, name),
            [
                new(texts.Run, true), new(texts.Day), new(texts.Commit), new(context.Texts.Verdicts.Estimate, true), new(context.Texts.Verdicts.Lower, true),
                new(context.Texts.Verdicts.Upper, true), new(texts.Remarks),
            ],
            [.. trend.Points.Select((point, i) => Row(trend, point, i == 0 ? null : trend.Points[i - 1], context))]);
        return new Figure(ReportTexts.Fill(texts.SeriesOf, name), [new Plot("trend", id, alternative)], table)
        {
            Legend =
            [
                new("dot", texts.Estimates),
                new("level", texts.Level),
                .. trend.Changes.Count > 0 ? new LegendEntry[] { new("change", texts.Change) } : [],
                .. limits.Length > 0 ? new LegendEntry[] { new("limit", context.Texts.Charts.Limit) } : [],
            ],
        };
    }

    private static IReadOnlyList<Phrase> Row(HistoryTrend trend, TrendPoint point, TrendPoint? before, SectionContext context)
    {
        var numbers = context.Numbers;
        return
        [
            numbers.Count(point.Run),
            numbers.Day(point.Entry.Time),
            point.Entry.Commit is { } commit ? Phrase.Code(commit.Length > 10 ? commit[..10] : commit) : ReportNumbers.Missing,
            numbers.Estimate(point.Value.Estimate),
            numbers.Estimate(point.Value.Lower),
            numbers.Estimate(point.Value.Upper),
            string.Join("; ", Remarks(trend, point, before, context)),
        ];
    }

    private static IEnumerable<string> Remarks(HistoryTrend trend, TrendPoint point, TrendPoint? before, SectionContext context)
    {
        var texts = context.Texts.Trends;
        for (int i = 0; i < trend.Changes.Count; i++)
        {
            if (trend.Changes[i] == point)
            {
                yield return ReportTexts.Fill(texts.ChangeOf, Difference(trend, i, context));
            }
        }

        if (before is null)
        {
            yield break;
        }

        if (point.Entry.TargetFingerprint is { } model && model == before.Entry.TargetFingerprint)
        {
            yield return texts.SameModel;
        }

        if (point.Entry.DataFingerprint != before.Entry.DataFingerprint)
        {
            yield return texts.OtherData;
        }

        if (point.Entry.AttackSet != before.Entry.AttackSet)
        {
            yield return texts.OtherAttackSet;
        }

        if (point.Entry.Seed != before.Entry.Seed)
        {
            yield return texts.OtherSeed;
        }
    }

    private static Table Changes(HistoryTrend[] trends, SectionContext context)
    {
        var texts = context.Texts.Trends;
        return new Table(
            context.Id("trend-changes"),
            texts.ChangesCaption,
            [new(texts.Metric), new(texts.LatestLevel, true), new(texts.Changes)],
            [.. trends.Select(trend => new Phrase[] { context.Metrics.OfHistory(trend.Metric), context.Numbers.Estimate(trend.Segments[^1].Mean), Changes(trend, context) })]);
    }

    private static string Changes(HistoryTrend trend, SectionContext context)
        => trend.Changes.Count == 0
            ? context.Texts.Trends.NoChange
            : string.Join(
                "; ",
                trend.Changes.Select((change, i) => ReportTexts.Fill(context.Texts.Trends.ChangeAt, context.Numbers.Count(change.Run), Difference(trend, i, context))));

    private static string Difference(HistoryTrend trend, int change, SectionContext context)
        => context.Numbers.Signed(trend.Segments[change + 1].Mean - trend.Segments[change].Mean);
}
