using System.Runtime.CompilerServices;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>A metric of an audit, class by class, ready to be held against one limit for all of them: a model may keep most classes hidden and give one away.</summary>
public sealed partial class SlicedMetric
{
    private readonly Func<CancellationToken, MembershipAuditResult> _audit;
    private readonly Func<MembershipAuditResult, ILimitCriterion> _criterion;
    private readonly GateContext _context;

    internal SlicedMetric(Func<CancellationToken, MembershipAuditResult> audit, Func<MembershipAuditResult, ILimitCriterion> criterion, GateContext context)
    {
        _audit = audit;
        _criterion = criterion;
        _context = context;
    }

    /// <summary>What every attack shows on every class, with bounds of its own and bounds that hold for all of them together; <see langword="null"/> when no attack that ran gives the
    /// metric, or the true classes are unknown.</summary>
    /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
    /// <returns>The results, with the worst class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside its range.</exception>
    public SliceFindings? At(double limit)
    {
        MembershipAuditResult audit = _audit(CancellationToken.None);
        ILimitCriterion criterion = _criterion(audit);
        LimitRange.Require(criterion, limit);
        SlicedScores[] attacks =
        [
            .. audit.Applicable
                .Where(attack => attack.ByClass is not null && criterion.NotApplicable(attack) is null && (_context.Attack is null || attack.Name == _context.Attack))
                .Select(attack => attack.ByClass!.Value),
        ];
        return attacks.Length == 0 ? null : SliceFindings.Of(attacks, new SliceOptions { Metric = criterion.Metric, Limit = limit, Seed = audit.Seed });
    }

    /// <summary>Fails the test unless the metric is below the limit on every class.</summary>
    /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
    /// <param name="evidence">How the numbers are read; by default the upper 95 % bound of every attack on every class must lie below the limit.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    /// <param name="line">The test's line; the compiler fills it in.</param>
    public void IsBelow(double limit, Evidence evidence = Evidence.UpperBound, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        Verdict verdict = Judge(limit, evidence, file, line);
        if (!verdict.Holds)
        {
            _context.Fail(verdict.Message);
        }
    }

    /// <summary>Judges the limit on every class and leaves it to the caller to fail the test. A proof of a leak is corrected by Holm over attacks and classes.</summary>
    /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
    /// <param name="evidence">How the numbers are read.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    /// <param name="line">The test's line; the compiler fills it in.</param>
    /// <returns>The verdict; its attacks are named "attack on class".</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside its range.</exception>
    public Verdict Judge(double limit, Evidence evidence = Evidence.UpperBound, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        MembershipAuditResult audit = _audit(CancellationToken.None);
        ILimitCriterion criterion = _criterion(audit);
        if (At(limit) is not { } findings)
        {
            return Record(new Verdict(VerdictOutcome.NotApplicable, false, $"No attack of {audit.AttackSet} gives the {criterion.Name} of {audit.Target} class by class, so nothing was shown: it needs true classes and an attack that ran.", []));
        }

        AttackVerdict[] judged = [.. findings.Results.Select(result => SliceJudge.Judge(audit, result, limit)).OrderByDescending(verdict => verdict.Estimate?.Value ?? double.NegativeInfinity)];
        VerdictOutcome outcome = LimitJudge.Overall(judged);
        bool holds = evidence switch
        {
            Evidence.UpperBound => outcome == VerdictOutcome.Pass,
            Evidence.LeakProven => outcome != VerdictOutcome.Fail,
            Evidence.PointEstimate => Array.TrueForAll(judged, verdict => verdict.Estimate?.Value < limit),
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), "Unknown evidence rule."),
        };
        return Record(new Verdict(outcome, holds, SliceText.Write(audit, criterion, limit, outcome, findings, judged, _context.Replay(audit.Seed)), judged));

        Verdict Record(Verdict judgement)
        {
            Verdict verdict = GateReports.Limit(audit, criterion.Key + " per class", limit, evidence, judgement, _context, SourcePlace.Of(file, line));
            _context.Judged(verdict);
            GateLog.WritePerClass(audit, criterion, limit, evidence, verdict, _context);
            return verdict;
        }
    }
}
