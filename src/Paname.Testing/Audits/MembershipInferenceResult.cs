using System.Diagnostics.Contracts;

namespace Paname.Testing;

/// <summary>The result of membership inference against a subject: of one attack in a theory's row, of all attacks otherwise.
/// The audit runs at first use, inside the test.</summary>
public sealed partial class MembershipInferenceResult : IDisposable
{
    private readonly Type _subject;
    private readonly AuditOptions _options;
    private readonly GateContext _context;
    private string? _metricNotApplicable;
    private IProgress<AuditProgress>? _progress;
    private AuditBudget _budget;

    internal MembershipInferenceResult(Type subject, AuditOptions options, GateContext context)
    {
        _subject = subject;
        _options = options;
        _context = context with { Judged = Remember };
        _progress = options.Progress;
        _budget = new AuditBudget(0, options.CancellationToken);
    }

    /// <summary>The row's attack, or <see langword="null"/> when the result is of all attacks.</summary>
    public string? Attack => _context.Attack;

    /// <summary>The audit behind the result; runs at first use, once per process for one subject, tier and seed.</summary>
    /// <exception cref="TimeoutException">The test's time was up.</exception>
    public MembershipAuditResult Audit => Run(CancellationToken.None);

    /// <summary>The AUC of the attack.</summary>
    public AuditedMetric Auc => new(Run, _ => new AucCriterion(), _context);

    /// <summary>Whether a limit was held against the result. A row that was never judged shows nothing, and its test must fail.</summary>
    public bool WasJudged { get; private set; }

    /// <summary>The last verdict's message, or <see langword="null"/>.</summary>
    public string? LastMessage { get; private set; }

    /// <summary>Why the row cannot be judged, or <see langword="null"/> when it can; runs the audit. Before the test: its attack cannot run, or the audit's time budget left
    /// it out. After it: nothing but metrics that the attack does not give was asked for. When no attack of the audit ran it is <see langword="null"/>, so that the row
    /// fails rather than be skipped.</summary>
    public string? NotApplicable
    {
        get
        {
            MembershipAuditResult audit = Audit;
            AttackResult? own = audit.Attacks.FirstOrDefault(attack => attack.Name == Attack);
            return audit.Applicable.Count == 0 ? null : own?.NotApplicable ?? own?.NotRun ?? (WasJudged ? null : _metricNotApplicable);
        }
    }

    /// <summary>What a runner says of a row that it skips, or <see langword="null"/> when the row is to be judged; runs the audit. See <see cref="NotApplicable"/>.</summary>
    public string? SkipMessage
        => NotApplicable is not { } reason ? null
            : Audit.Attacks.FirstOrDefault(attack => attack.Name == Attack)?.NotRun is null ? $"not applicable: {reason}" : $"not run: {reason}";

    /// <summary>What a runner says of a row that was never judged.</summary>
    public string NotJudgedMessage
        => $"The result of {Attack ?? "the audit"} was never judged, so the test shows nothing. Hold it against a limit, for example result.Auc.IsBelow(0.55).";

    /// <summary>Given a line of progress every few seconds while long work goes on, from the next <see cref="Begin"/> on; default <see langword="null"/>. For runners.</summary>
    public Action<string>? ProgressLine { get; set; }

    /// <summary>The true positive rate of the attack at a false positive rate.</summary>
    /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
    /// <returns>The metric.</returns>
    [Pure]
    public AuditedMetric TprAt(double fpr) => new(Run, PrivacyAudits.Tpr(fpr), _context);

    /// <summary>Runs the audit on another thread, so that an asynchronous test's Timeout can see it.</summary>
    /// <returns>The audit.</returns>
    public Task<MembershipAuditResult> AuditAsync() => Task.Run(() => Audit, _budget.Token);

    /// <summary>Begins the test: nothing is judged yet, and its clock starts. For runners.</summary>
    /// <param name="milliseconds">Time the test has, or 0 for no limit.</param>
    /// <param name="cancellationToken">Stops the audit.</param>
    public void Begin(int milliseconds = 0, CancellationToken cancellationToken = default)
    {
        _budget.Dispose();
        _budget = new AuditBudget(milliseconds, cancellationToken);
        _progress = ProgressLine is { } line ? new ProgressLines(_subject.Name, line, TimeProvider.System) : _options.Progress;
        WasJudged = false;
        LastMessage = null;
        _metricNotApplicable = null;
    }

    /// <summary>Ends the test's clock; the audit stays cached.</summary>
    public void Dispose() => _budget.Dispose();

    private MembershipAuditResult Run(CancellationToken cancellationToken) => _budget.Run(token =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, cancellationToken);
        return SubjectRegistry.Audit(_subject, AuditPlan.Of(_options, _subject.Assembly), _progress, either.Token);
    });

    private void Remember(Verdict verdict)
    {
        if (verdict.Outcome == VerdictOutcome.NotApplicable && verdict.Holds)
        {
            _metricNotApplicable = verdict.Message;
            return;
        }

        WasJudged = true;
        LastMessage = verdict.Message;
    }
}
