using System.Reflection;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Starts audits for a test framework: an adapter holds one, with the framework's own way to fail.</summary>
/// <param name="framework">The framework's name, for machine-readable results.</param>
/// <param name="fail">Called when a gate does not hold.</param>
public sealed class PrivacyAudits(string framework, FailureSink fail)
{
    /// <summary>Given the full path of a file that belongs to the result of the running test, which is about to fail: its report. Default <see langword="null"/>, for frameworks that
    /// take no files; the message tells where the file is in any case.</summary>
    public Action<string>? Attach { get; init; }

    /// <summary>The test that runs, as "Namespace.Class.Method", where the framework can tell; it names baselines. Default: unknown, and baselines are named after the caller's file and method.</summary>
    public Func<string?> RunningTest { get; init; } = static () => null;

    internal BaselineSession Baselines { get; init; } = BaselineSession.Current;

    /// <summary>The command that repeats a judgement, given its seed, where no test does.</summary>
    internal Func<int, string>? Replay { get; init; }

    /// <summary>The AUC of membership inference.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Members and non-members.</param>
    /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The metric; nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</returns>
    public AuditedMetric Auc(IClassifier model, MembershipData data, AuditOptions? options = null, string? test = null, Assembly? testAssembly = null)
        => Metric(new MembershipSetup(model, data), options, _ => new AucCriterion(), test, testAssembly);

    /// <summary>The AUC of membership inference on predictions made elsewhere.</summary>
    /// <param name="predictions">Outputs or losses with a member flag.</param>
    /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The metric; nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</returns>
    public AuditedMetric Auc(PrecomputedPredictions predictions, AuditOptions? options = null, string? test = null, Assembly? testAssembly = null)
        => Metric(new MembershipSetup(predictions), options, _ => new AucCriterion(), test, testAssembly);

    /// <summary>The AUC of membership inference against a model with shadow models or gradients.</summary>
    /// <param name="setup">Model, data and what an attacker has besides; what it holds stays the caller's.</param>
    /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The metric; nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</returns>
    public AuditedMetric Auc(MembershipSetup setup, AuditOptions? options = null, string? test = null, Assembly? testAssembly = null)
        => Metric(setup, options, _ => new AucCriterion(), test, testAssembly);

    /// <summary>The true positive rate of membership inference at a false positive rate.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Members and non-members.</param>
    /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
    /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The metric; nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</returns>
    public AuditedMetric TprAtFpr(IClassifier model, MembershipData data, double fpr, AuditOptions? options = null, string? test = null, Assembly? testAssembly = null)
        => Metric(new MembershipSetup(model, data), options, Tpr(fpr), test, testAssembly);

    /// <summary>The true positive rate of membership inference at a false positive rate, on predictions made elsewhere.</summary>
    /// <param name="predictions">Outputs or losses with a member flag.</param>
    /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
    /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The metric; nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</returns>
    public AuditedMetric TprAtFpr(PrecomputedPredictions predictions, double fpr, AuditOptions? options = null, string? test = null, Assembly? testAssembly = null)
        => Metric(new MembershipSetup(predictions), options, Tpr(fpr), test, testAssembly);

    /// <summary>The true positive rate of membership inference at a false positive rate, against a model with shadow models or gradients.</summary>
    /// <param name="setup">Model, data and what an attacker has besides; what it holds stays the caller's.</param>
    /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
    /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The metric; nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</returns>
    public AuditedMetric TprAtFpr(MembershipSetup setup, double fpr, AuditOptions? options = null, string? test = null, Assembly? testAssembly = null)
        => Metric(setup, options, Tpr(fpr), test, testAssembly);

    /// <summary>The epsilon of differential privacy, from below, by membership inference.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Members and non-members.</param>
    /// <param name="delta">The delta of the claim, from 0 to 1.</param>
    /// <param name="options">How membership came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
    /// <param name="audit">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults. Its seed takes the place of the one in <paramref name="options"/>.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The epsilon; nothing is judged before <see cref="AuditedEpsilon.IsNotRefuted"/>.</returns>
    public AuditedEpsilon Epsilon(
        IClassifier model, MembershipData data, double delta = 1e-5, EpsilonOptions? options = null, AuditOptions? audit = null, string? test = null, Assembly? testAssembly = null)
        => Epsilon(new MembershipSetup(model, data), delta, options, audit, test, testAssembly);

    /// <summary>The epsilon of differential privacy, from below, by membership inference on predictions made elsewhere.</summary>
    /// <param name="predictions">Outputs or losses with a member flag.</param>
    /// <param name="delta">The delta of the claim, from 0 to 1.</param>
    /// <param name="options">How membership came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
    /// <param name="audit">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults. Its seed takes the place of the one in <paramref name="options"/>.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The epsilon; nothing is judged before <see cref="AuditedEpsilon.IsNotRefuted"/>.</returns>
    public AuditedEpsilon Epsilon(
        PrecomputedPredictions predictions, double delta = 1e-5, EpsilonOptions? options = null, AuditOptions? audit = null, string? test = null, Assembly? testAssembly = null)
        => Epsilon(new MembershipSetup(predictions), delta, options, audit, test, testAssembly);

    /// <summary>The epsilon of differential privacy, from below, by membership inference with shadow models or gradients.</summary>
    /// <param name="setup">Model, data and what an attacker has besides; what it holds stays the caller's.</param>
    /// <param name="delta">The delta of the claim, from 0 to 1.</param>
    /// <param name="options">How membership came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
    /// <param name="audit">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults. Its seed takes the place of the one in <paramref name="options"/>.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <param name="testAssembly">Asked for <see cref="PanameSeedAttribute"/>.</param>
    /// <returns>The epsilon; nothing is judged before <see cref="AuditedEpsilon.IsNotRefuted"/>.</returns>
    public AuditedEpsilon Epsilon(
        MembershipSetup setup, double delta = 1e-5, EpsilonOptions? options = null, AuditOptions? audit = null, string? test = null, Assembly? testAssembly = null)
    {
        AuditedMetric metric = Auc(setup, audit, test, testAssembly);
        return new(token => EpsilonSubject.Of(metric.Run(token)), delta, options ?? new EpsilonOptions(), Context(test));
    }

    /// <summary>The epsilon of differential privacy, from below, from attack scores made elsewhere, such as one of each of many training runs.</summary>
    /// <param name="scores">One score per observation; higher = trained with the record.</param>
    /// <param name="delta">The delta of the claim, from 0 to 1.</param>
    /// <param name="options">How the scores came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <returns>The epsilon; nothing is judged before <see cref="AuditedEpsilon.IsNotRefuted"/>.</returns>
    public AuditedEpsilon Epsilon(ScoreSample scores, double delta = 1e-5, EpsilonOptions? options = null, string? test = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        EpsilonOptions chosen = options ?? new EpsilonOptions();
        return new AuditedEpsilon(_ => EpsilonSubject.Of(scores, chosen.Seed), delta, chosen, Context(test));
    }

    /// <summary>All attacks against a subject, as one result.</summary>
    /// <typeparam name="TSubject">The subject; set up once per process.</typeparam>
    /// <param name="seed">The audit's seed, or <see langword="null"/>.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <returns>The result; the audit runs at first use.</returns>
    public MembershipInferenceResult Subject<TSubject>(int? seed = null, string? test = null)
        where TSubject : MembershipSubject, new()
        => Subject<TSubject>(new AuditOptions { Seed = seed }, test);

    /// <summary>All attacks of a tier against a subject, as one result.</summary>
    /// <typeparam name="TSubject">The subject; set up once per process, tier and seed.</typeparam>
    /// <param name="options">Seed, tier, controls, time budget.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <returns>The result; the audit runs at first use.</returns>
    public MembershipInferenceResult Subject<TSubject>(AuditOptions options, string? test = null)
        where TSubject : MembershipSubject, new()
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(typeof(TSubject), options, Context(test));
    }

    /// <summary>One attack of a theory against a subject.</summary>
    /// <param name="subject">A class derived from <see cref="MembershipSubject"/>.</param>
    /// <param name="attack">The attack's name.</param>
    /// <param name="seed">The audit's seed, or <see langword="null"/>.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <returns>The row's result; the audit runs at first use.</returns>
    public MembershipInferenceResult Row(Type subject, string attack, int? seed = null, string? test = null)
        => Row(subject, attack, new AuditOptions { Seed = seed }, test);

    /// <summary>One attack of a theory of any tier against a subject.</summary>
    /// <param name="subject">A class derived from <see cref="MembershipSubject"/>.</param>
    /// <param name="attack">The attack's name, one of <see cref="RowNamesOf"/> the tier.</param>
    /// <param name="options">Seed, tier, controls, time budget: the same for all rows of the theory.</param>
    /// <param name="test">The test's name for the replay line.</param>
    /// <returns>The row's result; the audit runs at first use.</returns>
    public MembershipInferenceResult Row(Type subject, string attack, AuditOptions options, string? test = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(subject, options, Context(test) with { Attack = attack });
    }

    /// <summary>The names of the rows of a theory of tier <see cref="AttackTier.Smoke"/>: its attacks, known without loading a model.</summary>
    public static IReadOnlyList<string> RowNames { get; } = RowNamesOf(AttackTier.Smoke);

    /// <summary>The names of the rows of a theory: the attacks of its tier, known without loading a model.</summary>
    /// <param name="tier">The theory's tier.</param>
    /// <returns>Names, in the order of report.</returns>
    public static IReadOnlyList<string> RowNamesOf(AttackTier tier) => [.. AttackSet.Of(tier).Attacks.Select(attack => attack.Name)];

    /// <summary>Why a type cannot be the subject of a theory, as the rest of a sentence about the attribute; <see langword="null"/> when it can.</summary>
    /// <param name="subject">The type named by the attribute.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    public static string? SubjectMisuse(Type? subject) => SubjectRegistry.Misuse(subject);

    /// <summary>Why a theory cannot be built, as the rest of a sentence about the attribute; <see langword="null"/> when it can.</summary>
    /// <param name="subject">The type named by the attribute.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="timeBudgetSeconds">Its time budget; 0 for none.</param>
    /// <returns>The reason, or <see langword="null"/>.</returns>
    public static string? TheoryMisuse(Type? subject, AttackTier tier, double timeBudgetSeconds)
        => SubjectMisuse(subject)
            ?? (Enum.IsDefined(tier) ? null : "names a tier that is none")
            ?? (timeBudgetSeconds >= 0 && timeBudgetSeconds <= TimeSpan.MaxValue.TotalSeconds / 2 ? null : "sets TimeBudgetSeconds, which must be above 0; leave it out for as long as it takes");

    internal static Func<MembershipAuditResult, ILimitCriterion> Tpr(double fpr)
    {
        TprCriterion.Require(fpr);
        return audit => new TprCriterion(fpr, audit.Seed);
    }

    private AuditedMetric Metric(
        MembershipSetup setup, AuditOptions? options, Func<MembershipAuditResult, ILimitCriterion> criterion, string? test, Assembly? testAssembly)
    {
        ArgumentNullException.ThrowIfNull(setup);
        AuditOptions chosen = options ?? new AuditOptions();
        AuditPlan plan = AuditPlan.Of(chosen, testAssembly).For(setup);
        return new AuditedMetric(
            token =>
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(token, chosen.CancellationToken);
                return AuditCache.GetOrRun(setup.Source, plan, chosen.Progress, either.Token);
            },
            criterion,
            Context(test));
    }

    private GateContext Context(string? test)
        => new() { Framework = framework, Fail = fail, Test = test, RunningTest = RunningTest, Baselines = Baselines, Attach = Attach, Replay = Replay };
}
