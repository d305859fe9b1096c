using MathNet.Numerics.Distributions;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>
/// What the epsilon of an audit gives to its baseline, under every attack and gated. There is no point estimate of what an attack shows, only bounds from below: the one at level one half
/// stands for it, and its distance to the one at 5 % for the error. No level is shared among attacks here; the comparison corrects for them. The upper bound mirrors the lower one: it is
/// one of what the attack shows, never of epsilon itself.
/// </summary>
internal static class EpsilonContent
{
    private const double Level = .05;

    internal static BaselineContent Of(EpsilonSubject subject, double delta, EpsilonOptions options)
    {
        if (subject.Scores.Count == 0)
        {
            throw new InvalidOperationException($"No attack could run against {subject.Target}, so nothing was looked at: {string.Join("; ", subject.Missing.Select(attack => attack.Said))}.");
        }

        string key = FormattableString.Invariant($"epsilon@{delta}").ToLowerInvariant();
        (string Name, BaselineMetric Metric, EpsilonEstimate Lower)[] metrics = [.. subject.Scores.Select(scores => Metric(subject, scores, delta, options, key))];
        EpsilonEstimate first = metrics[0].Lower;
        return new BaselineContent
        {
            Kind = key,
            Subject = BaselineContent.SubjectOf(subject, FormattableString.Invariant($"{subject.AttackSet}, {first.Method}, {options.Inclusion}")),
            Audit = subject.Audit,
            Metrics = metrics.ToDictionary(metric => metric.Name, metric => metric.Metric, StringComparer.Ordinal),
            NotApplicable = subject.Missing.ToDictionary(attack => attack.Attack, attack => attack.Reason, StringComparer.Ordinal),
            Attacks = [.. subject.Scores.Select(scores => scores.Attack), .. subject.Missing.Select(attack => attack.Attack)],
            Notes = [.. subject.Findings.Where(finding => finding.BlocksFail).Select(finding => finding.Message.TrimEnd('.'))],
        };
    }

    private static (string Name, BaselineMetric Metric, EpsilonEstimate Lower) Metric(
        EpsilonSubject subject, (string Attack, bool IsGraded, ScoreSample Sample) scores, double delta, EpsilonOptions options, string key)
    {
        EpsilonOptions chosen = options with
        {
            Level = Level,
            Seed = subject.Seed,
            Thresholds = scores.IsGraded ? options.Thresholds : EpsilonThresholds.YesOrNo,
        };
        EpsilonEstimate lower = EpsilonAudit.FromScores(scores.Sample, delta, chosen);
        double value = Math.Max(lower.Value, EpsilonAudit.FromScores(scores.Sample, delta, chosen with { Level = .5 }).Value);
        double reach = value - lower.Value;
        var estimate = new BoundedEstimate(value, lower.Value, value + reach, reach / Normal.InvCDF(0, 1, 1 - Level));
        return ($"{scores.Attack} {key}", ReceivedMetric.Of(estimate, scores.Sample, subject.TargetFingerprint, gated: true), lower);
    }
}
