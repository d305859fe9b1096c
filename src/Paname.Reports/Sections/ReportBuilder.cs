using Paname.Reports.Charts;
using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>Puts a report together: the answer, the audits, the trend, how to read it.</summary>
internal static class ReportBuilder
{
    internal static string AuditId(int index) => FormattableString.Invariant($"audit-{index + 1}");

    internal static ReportPage Build(IReadOnlyList<AuditReport> audits, ReportOptions options)
    {
        ReportTexts texts = ReportTexts.Of(options.Language);
        var numbers = new ReportNumbers(options.Language, texts.Months);
        var charts = new ChartData(Words(texts, numbers));
        var context = new SectionContext(texts, numbers, charts, string.Empty, 2);
        string[] targets = [.. audits.Select(audit => audit.Subject.Target).Distinct()];
        return new ReportPage(
            options.Title ?? (targets.Length == 1 ? ReportTexts.Fill(texts.Page.TitleOfOne, targets[0]) : texts.Page.TitleOfMany),
            Subtitle(audits, texts, numbers),
            [
                SummarySection.Write(audits, context),
                .. audits.Count == 1
                    ? Audit(audits[0], context with { Prefix = AuditId(0) + "-" })
                    : audits.SelectMany((audit, i) => new Block[] { Wrapped(audit, i, context) }),
                .. targets.Where(target => options.History.Any(entry => entry.Target == target))
                    .Select((target, i) => TrendSection.Write(target, options.History, audits, context with { Prefix = FormattableString.Invariant($"model-{i + 1}-") })),
                ReadingSection.Write(context),
            ],
            charts);
    }

    private static string Subtitle(IReadOnlyList<AuditReport> audits, ReportTexts texts, ReportNumbers numbers)
    {
        if (audits.Count == 0)
        {
            return string.Empty;
        }

        string[] days = [.. new[] { audits.Min(audit => audit.Run.Started), audits.Max(audit => audit.Run.Started) }.Select(numbers.Day).Distinct()];
        string line = ReportTexts.Fill(texts.Page.Subtitle, string.Join(" – ", days), string.Join(", ", audits.Select(audit => audit.Run.PanameVersion).Distinct()));
        return texts.LanguageTag == "en" ? line : $"{line}. {texts.Page.LanguageNote}";
    }

    private static Section Wrapped(AuditReport audit, int index, SectionContext context)
    {
        string[] around = context.Texts.Page.AuditOf.Split(["{0}", "{1}"], StringSplitOptions.None);
        Phrase title = Phrase.Of(
            new Inline(around[0]), new Inline(audit.Subject.Target, InlineKind.Code), new Inline(around[1]), new Inline(audit.Run.AttackSet, InlineKind.Code), new Inline(around[2]));
        return new Section(AuditId(index), context.Level, title, [.. Audit(audit, context with { Prefix = AuditId(index) + "-", Level = context.Level + 1 })]) { StartsPage = true };
    }

    private static IEnumerable<Block> Audit(AuditReport audit, SectionContext context)
        => new Block?[]
        {
            VerdictSection.Write(audit, context),
            FindingSection.Write(audit, context),
            AttackSection.Write(audit, context),
            RocSection.Write(audit, context),
            HistogramSection.Write(audit, context),
            ExposedSection.Write(audit, context),
            ControlSection.Write(audit, context),
            CoverageSection.Write(audit, context),
            UtilitySection.Write(audit, context),
            EvidenceSection.Write(audit, context),
        }.OfType<Block>();

    private static Dictionary<string, string> Words(ReportTexts texts, ReportNumbers numbers) => new()
    {
        ["auc"] = texts.Metrics.Auc,
        ["limit"] = texts.Charts.Limit,
        ["fpr"] = texts.Charts.FalsePositiveRate,
        ["tpr"] = texts.Charts.TruePositiveRate,
        ["score"] = texts.Charts.Score,
        ["share"] = texts.Charts.ShareOfRecords,
        ["run"] = texts.Trends.Run,
        ["percent"] = numbers.PercentSign,
    };
}
