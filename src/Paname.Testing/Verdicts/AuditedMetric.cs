using System.Diagnostics.Contracts;
using System.Runtime.CompilerServices;

namespace Paname.Testing;

/// <summary>A metric of an audit, ready to be held against a limit.</summary>
public sealed partial class AuditedMetric
{
    private readonly Func<CancellationToken, MembershipAuditResult> _run;
    private readonly Func<MembershipAuditResult, ILimitCriterion> _criterion;
    private readonly GateContext _context;
    private MembershipAuditResult? _audit;

    internal AuditedMetric(Func<CancellationToken, MembershipAuditResult> run, Func<MembershipAuditResult, ILimitCriterion> criterion, GateContext context)
    {
        _run = run;
        _criterion = criterion;
        _context = context;
    }

    /// <summary>The audit; runs at first use, once per process for one model, data and seed.</summary>
    public MembershipAuditResult Audit => Run(CancellationToken.None);

    /// <summary>The attacks with their estimates and one-sided 95 % bounds, strongest first; attacks that could not run are in <see cref="Audit"/>.</summary>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">There are too few records to compute the metric.</exception>
    public IReadOnlyList<AttackEstimate> Attacks
    {
        get
        {
            ILimitCriterion criterion = _criterion(Audit);
            return
            [
                .. Audit.Applicable
                    .Where(attack => criterion.NotApplicable(attack) is null && (_context.Attack is null || attack.Name == _context.Attack))
                    .Select(attack => new AttackEstimate(attack.Name, criterion.Estimate(attack.Sample!)))
                    .OrderByDescending(attack => attack.Estimate.Value),
            ];
        }
    }

    /// <summary>The attack with the highest estimate. It was chosen by looking: <see cref="AttackEstimate.Estimate"/> has its own bounds, which do not allow for that,
    /// <see cref="AttackEstimate.Adjusted"/> those that do.</summary>
    /// <exception cref="InvalidOperationException">No attack ran.</exception>
    public AttackEstimate Strongest
    {
        get
        {
            ILimitCriterion criterion = _criterion(Audit);
            int among = _context.Attack is null ? Audit.Planned.Count(attack => criterion.NotApplicable(attack) is null) : 1;
            return ChosenAttack.Of(Attacks, Audit, criterion, among) ?? throw new InvalidOperationException(NothingRan(Audit, criterion));
        }
    }

    /// <summary>The metric class by class: nothing is judged before <see cref="SlicedMetric.IsBelow"/>.</summary>
    /// <returns>The metric on each true class, under each attack.</returns>
    [Pure]
    public SlicedMetric PerClass() => new(Run, _criterion, _context);

    /// <summary>Fails the test unless the metric is below the limit.</summary>
    /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
    /// <param name="evidence">How the numbers are read; by default the upper 95 % bound of every attack must lie below the limit.</param>
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

    /// <summary>Judges the limit and leaves it to the caller to fail the test.</summary>
    /// <param name="limit">The limit, strictly between 0 and 1; for the AUC above 0.5.</param>
    /// <param name="evidence">How the numbers are read.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    /// <param name="line">The test's line; the compiler fills it in.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside its range.</exception>
    public Verdict Judge(double limit, Evidence evidence = Evidence.UpperBound, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        MembershipAuditResult audit = Audit;
        ILimitCriterion criterion = _criterion(audit);
        LimitRange.Require(criterion, limit);
        var judge = new LimitJudge(audit, criterion, limit);
        IReadOnlyList<AttackVerdict> judged = judge.Judge(_context.Attack);
        if (judged.Count == 0)
        {
            return Record(NotApplicable(audit, criterion, judge.Family.Any(attack => attack.Sample is not null)));
        }

        VerdictOutcome outcome = LimitJudge.Overall(judged);
        bool holds = evidence switch
        {
            Evidence.UpperBound => outcome == VerdictOutcome.Pass,
            Evidence.LeakProven => outcome != VerdictOutcome.Fail,
            Evidence.PointEstimate => judged.All(verdict => verdict.Estimate?.Value < limit),
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), "Unknown evidence rule."),
        };
        AttackEstimate[] estimates = [.. judged.Where(verdict => verdict.Estimate is not null).Select(verdict => new AttackEstimate(verdict.Attack, verdict.Estimate!.Value))];
        AttackEstimate? strongest = ChosenAttack.Of(estimates, audit, criterion, _context.Attack is null ? judge.Family.Count : 1);
        string message = new LimitText(audit, criterion, limit, evidence, _context.Replay(audit.Seed)).Write(outcome, holds, judged, strongest);
        return Record(new Verdict(outcome, holds, message, judged));

        Verdict Record(Verdict judgement)
        {
            Verdict verdict = GateReports.Limit(audit, criterion.Key, limit, evidence, judgement, _context, SourcePlace.Of(file, line));
            _context.Judged(verdict);
            GateLog.Write(audit, criterion, limit, evidence, verdict, _context);
            return verdict;
        }
    }

    // A failed or cancelled run is not remembered: the next look runs it again.
    internal MembershipAuditResult Run(CancellationToken cancellationToken) => _audit ??= _run(cancellationToken);

    /// <summary>One row of a theory that cannot be judged leaves the verdict to the others; an audit of which nothing can be judged fails.</summary>
    private Verdict NotApplicable(MembershipAuditResult audit, ILimitCriterion criterion, bool somethingRan)
    {
        bool othersJudge = _context.Attack is not null && somethingRan;
        AttackResult? own = audit.Attacks.FirstOrDefault(attack => attack.Name == _context.Attack);
        string message = othersJudge && own is not null
            ? Unjudged.Reason(own, criterion) ?? string.Empty
            : NothingRan(audit, criterion);
        return new Verdict(VerdictOutcome.NotApplicable, othersJudge, message, []);
    }

    private static string NothingRan(MembershipAuditResult audit, ILimitCriterion criterion)
        => $"No attack of {audit.AttackSet} gives the {criterion.Name} of {audit.Target}, so nothing was shown: "
            + string.Join("; ", audit.Attacks.Select(attack => $"{attack.Name} {Unjudged.Reason(attack, criterion)}")) + ".";
}
