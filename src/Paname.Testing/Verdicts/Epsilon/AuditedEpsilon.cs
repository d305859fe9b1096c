using System.Runtime.CompilerServices;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>The epsilon of differential privacy that an audit's attacks show, ready to be held against a claim. An audit bounds epsilon from below only.</summary>
public sealed partial class AuditedEpsilon
{
    private readonly Func<CancellationToken, EpsilonSubject> _run;
    private readonly double _delta;
    private readonly EpsilonOptions _options;
    private readonly GateContext _context;
    private EpsilonSubject? _subject;

    internal AuditedEpsilon(Func<CancellationToken, EpsilonSubject> run, double delta, EpsilonOptions options, GateContext context)
    {
        _run = run;
        _delta = delta;
        _options = options;
        _context = context;
    }

    /// <summary>The attacks with their lower bounds, strongest first. The level is shared among the attacks that could run (Bonferroni), a number fixed before any score.</summary>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">The records do not suit the method, see <see cref="EpsilonAudit.FromScores"/>.</exception>
    public IReadOnlyList<AttackEpsilon> Attacks
    {
        get
        {
            EpsilonSubject subject = Run(CancellationToken.None);
            return [.. subject.Scores.Select(scores => Bound(subject, scores)).OrderByDescending(attack => attack.Estimate.Value)];
        }
    }

    /// <summary>Fails the test when the claim is refuted. A test that does not fail shows nothing: a weak attack finds nothing either.</summary>
    /// <param name="epsilon">The claimed epsilon, above 0 and finite.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    /// <param name="line">The test's line; the compiler fills it in.</param>
    public void IsNotRefuted(double epsilon, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        EpsilonVerdict verdict = Judge(epsilon, file, line);
        if (verdict.IsRefuted)
        {
            _context.Fail(verdict.Message);
        }
    }

    /// <summary>Judges the claim and leaves it to the caller to fail the test.</summary>
    /// <param name="epsilon">The claimed epsilon, above 0 and finite.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    /// <param name="line">The test's line; the compiler fills it in.</param>
    /// <returns>Refuted iff the lower bound of an attack is at least the claim, and nothing else explains it (<see cref="AttackEpsilon.Doubt"/>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The claim lies outside its range.</exception>
    /// <exception cref="InvalidOperationException">No attack could run.</exception>
    public EpsilonVerdict Judge(double epsilon, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        if (!(epsilon > 0 && double.IsFinite(epsilon)))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), "A claimed epsilon lies above 0 and is finite, for example 8.");
        }

        EpsilonSubject subject = Run(CancellationToken.None);
        IReadOnlyList<AttackEpsilon> attacks = Attacks;
        if (attacks.Count == 0)
        {
            throw new InvalidOperationException($"No attack could run against {subject.Target}, so nothing was looked at: {string.Join("; ", subject.Missing.Select(missing => missing.Said))}.");
        }

        bool refuted = attacks.Any(attack => attack.Refutes(epsilon));
        bool could = attacks.Any(attack => attack.Ceiling >= epsilon);
        string message = new EpsilonText(subject, _options, epsilon, _context.Replay(subject.Seed)).Write(attacks, could);
        EpsilonVerdict verdict = GateReports.Epsilon(subject.Audit, epsilon, new(refuted, could, message, attacks), _context, SourcePlace.Of(file, line));
        EpsilonLog.Write(subject, epsilon, verdict, _context);
        return verdict;
    }

    // A failed or cancelled run is not remembered: the next look runs it again.
    private EpsilonSubject Run(CancellationToken cancellationToken) => _subject ??= _run(cancellationToken);

    private AttackEpsilon Bound(EpsilonSubject subject, (string Attack, bool IsGraded, ScoreSample Sample) scores)
    {
        EpsilonOptions options = _options with
        {
            Level = _options.Level / subject.Family,
            Seed = subject.Seed,
            Thresholds = scores.IsGraded ? _options.Thresholds : EpsilonThresholds.YesOrNo,
        };
        return new(
            scores.Attack,
            EpsilonAudit.FromScores(scores.Sample, _delta, options),
            EpsilonAudit.Ceiling(scores.Sample.MemberGroups, scores.Sample.NonMemberGroups, _delta, options))
        {
            Doubt = subject.Findings.FirstOrDefault(finding => finding.BlocksFail && finding.SpeaksOf(scores.Attack))?.Message,
        };
    }
}
