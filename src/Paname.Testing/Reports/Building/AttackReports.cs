using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>What a report says of one attack.</summary>
internal static class AttackReports
{
    // Any: how few are too few to compute does not depend on it.
    private const double Limit = .6;

    private static readonly double[] Rates = [.01, .001];

    internal static ReportAttack Of(AttackResult attack, int seed)
    {
        var report = new ReportAttack
        {
            Name = attack.Name,
            Source = attack.Source,
            Aliases = attack.Aliases,
            NotApplicable = attack.NotApplicable,
            NotRun = attack.NotRun,
            UsesShadows = attack.UsesShadows,
            IsGraded = attack.IsGraded,
        };
        if (attack.Sample is not { } sample)
        {
            return report with { Notes = attack.Notes };
        }

        // As in verdicts: bounds on too few records do not hold their error rate, so there are none.
        bool tooFew = Auc.Refusal(sample, Limit) is { Kind: SampleSizeRefusalKind.TooFewToCompute };
        var curve = RocCurve.Create(sample);
        return report with
        {
            Notes = tooFew ? [.. attack.Notes, "too few records for bounds, which need 20 of each side"] : attack.Notes,
            Members = sample.MemberGroups,
            NonMembers = sample.NonMemberGroups,
            Metrics = tooFew ? [] : Metrics(attack, sample, seed),
            Roc = RocThinning.Thin(curve, attack.IsGraded && !tooFew ? sample : null, seed),
            Histogram = ScoreHistogram.Of(curve, sample.Members, sample.NonMembers),
            MostExposed = attack.MostExposed,
        };
    }

    private static ReportMetric[] Metrics(AttackResult attack, ScoreSample sample, int seed)
    {
        ILimitCriterion[] criteria = [new AucCriterion(), .. Rates.Select(rate => new TprCriterion(rate, seed))];
        return [.. criteria.Where(criterion => criterion.NotApplicable(attack) is null).Select(criterion => Metric(criterion, criterion.Estimate(sample)))];
    }

    private static ReportMetric Metric(ILimitCriterion criterion, BoundedEstimate estimate)
        => new(criterion.Key, criterion.Name, estimate.Value, estimate.Lower, estimate.Upper, estimate.StandardError);
}
