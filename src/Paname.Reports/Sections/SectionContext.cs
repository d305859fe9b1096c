using Paname.Reports.Charts;
using Paname.Reports.Document;
using Paname.Reports.Texts;
using Paname.Testing;

namespace Paname.Reports.Sections;

/// <summary>What every section is written with: the words, the numbers' format, the data of charts, and where in the page it stands.</summary>
/// <param name="Texts">The words.</param>
/// <param name="Numbers">The numbers' format.</param>
/// <param name="Charts">Where the data of charts goes.</param>
/// <param name="Prefix">What the names of this audit's parts begin with.</param>
/// <param name="Level">The level of a section's heading.</param>
internal sealed record SectionContext(ReportTexts Texts, ReportNumbers Numbers, ChartData Charts, string Prefix, int Level)
{
    internal string Id(string name) => Prefix + name;

    internal Section Section(string name, string title, params IEnumerable<Block?> content)
        => new(Id(name), Level, title, [.. content.OfType<Block>()]);

    /// <summary>Two bounds as they stand in a cell.</summary>
    internal string Bounds(double? lower, double? upper)
        => lower is null && upper is null ? ReportNumbers.Missing : $"{Numbers.Estimate(lower)}{ReportNumbers.Space}–{ReportNumbers.Space}{Numbers.Estimate(upper)}";

    internal MetricNames Metrics => new(Texts.Metrics, Numbers);

    /// <summary>The metric that attacks are ranked by.</summary>
    internal static ReportMetric? Auc(ReportAttack attack) => attack.Metrics.FirstOrDefault(metric => metric.Key == "auc");

    /// <summary>The attacks of an audit, strongest first; then those without an AUC, in the set's order.</summary>
    internal static IReadOnlyList<ReportAttack> Ranked(AuditReport audit)
        => [.. audit.Attacks.OrderByDescending(attack => Auc(attack)?.Estimate ?? double.NegativeInfinity)];

    /// <summary>The attacks that stand out in charts have ranks 0 to 3, the others -1.</summary>
    internal static int Rank(AuditReport audit, ReportAttack attack)
    {
        int rank = Ranked(audit).Where(candidate => Auc(candidate) is not null).TakeWhile(candidate => candidate != attack).Count();
        return rank < 4 ? rank : -1;
    }
}
