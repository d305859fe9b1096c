using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Judges all gated metrics of a comparison as one family (Holm, 5 %).</summary>
internal static class FamilyJudge
{
    internal static IReadOnlyList<ComparedMetric> Judge(IReadOnlyList<ComparedMetric> compared, double margin)
    {
        ComparedMetric[] family = [.. compared.Where(metric => metric.Row is { Gated: true, PValue: not null })];
        double[] worse = Holm.Adjust([.. family.Select(metric => metric.Row.PValue!.Value)]);
        double[] better = Holm.Adjust([.. family.Select(metric => metric.Row.BetterPValue!.Value)]);
        Dictionary<string, (double Worse, double Better)> adjusted = family.Select((metric, i) => (metric.Row.Name, (worse[i], better[i]))).ToDictionary(StringComparer.Ordinal);
        return [.. compared.Select(metric => adjusted.TryGetValue(metric.Row.Name, out (double Worse, double Better) p) ? Judge(metric, p.Worse, p.Better, margin) : metric)];
    }

    /// <summary>Worse before inconclusive before better before same.</summary>
    internal static BaselineOutcome Overall(IReadOnlyList<ComparedMetric> judged, bool changed)
    {
        if (changed)
        {
            return BaselineOutcome.Changed;
        }

        BaselineOutcome[] outcomes = [.. judged.Select(metric => metric.Row.Outcome).OfType<BaselineOutcome>()];
        return new[] { BaselineOutcome.Worse, BaselineOutcome.Inconclusive, BaselineOutcome.Better }.FirstOrDefault(outcomes.Contains, BaselineOutcome.Same);
    }

    private static ComparedMetric Judge(ComparedMetric metric, double worse, double better, double margin) => metric with
    {
        Row = metric.Row with
        {
            PValue = worse,
            BetterPValue = better,
            Outcome = worse <= DifferenceTest.Level ? BaselineOutcome.Worse
                : metric.IsBlind(margin) ? BaselineOutcome.Inconclusive
                : better <= DifferenceTest.Level ? BaselineOutcome.Better
                : BaselineOutcome.Same,
        },
    };
}
