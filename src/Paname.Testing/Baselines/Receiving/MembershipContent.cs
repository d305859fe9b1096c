using MathNet.Numerics.Distributions;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>What a whole audit gives to its baseline: the AUC of every attack, gated; true positive rates at low false positive rates, shown unless they are asked for; how useful the model is.</summary>
internal static class MembershipContent
{
    private static readonly double[] ShownRates = [.01, .001];

    internal static BaselineContent Of(MembershipAuditResult audit, BaselineOptions options)
    {
        var metrics = new SortedDictionary<string, BaselineMetric>(StringComparer.Ordinal);
        double[] rates = [.. ShownRates.Union(options.GatedTprAt)];
        foreach (AttackResult attack in audit.Applicable)
        {
            metrics[ReceivedMetric.Name(attack.Name, new AucCriterion())] = ReceivedMetric.Of(Auc.Estimate(attack.Sample!), attack.Sample!, audit.TargetFingerprint, gated: true);
            foreach (double rate in attack.IsGraded ? rates : [])
            {
                var criterion = new TprCriterion(rate, audit.Seed);
                metrics[ReceivedMetric.Name(attack.Name, criterion)] = LimitContent.Metric(audit, attack, criterion, gated: options.GatedTprAt.Contains(rate));
            }
        }

        foreach (UtilityMetric utility in audit.Utility)
        {
            metrics[$"utility {utility.Name}"] = Utility(utility, audit);
        }

        return new BaselineContent
        {
            Kind = "membership",
            Subject = BaselineContent.SubjectOf(audit),
            Audit = audit,
            Metrics = metrics,
            NotApplicable = LimitContent.Missing(audit, new AucCriterion()),
            Attacks = [.. audit.Attacks.Select(attack => attack.Name)],
            Previous = audit.Previous,
            Notes = LimitContent.Notes(audit),
        };
    }

    private static BaselineMetric Utility(UtilityMetric utility, MembershipAuditResult audit)
    {
        double error = utility.StandardError ?? 0;
        double reach = Normal.InvCDF(0, 1, .95) * error;
        var estimate = new BoundedEstimate(utility.Value, utility.Value - reach, utility.Value + reach, error);
        return ReceivedMetric.Of(estimate, audit.Members, audit.NonMembers, audit.TargetFingerprint, gated: false) with { HigherIsWorse = !utility.HigherIsBetter };
    }
}
