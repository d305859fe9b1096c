using System.Diagnostics.Contracts;
using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework.Internal;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace NUnit.Framework;

/// <summary>Privacy audits on NUnit's Assert. From F#, Visual Basic or C# before 14, call the methods on this class: <c>NUnitAudit.AuditAuc(model, data)</c>.</summary>
public static partial class NUnitAudit
{
    internal static PrivacyAudits Audits { get; } = new("NUnit", message => Assert.Fail(message))
    {
        Attach = file => TestContext.AddTestAttachment(file, "What the privacy audit found"),
        RunningTest = RunningTest,
    };

    extension(Assert)
    {
        /// <summary>Audits a model with the attack set of a tier, smoke/1 by default. Nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</summary>
        /// <param name="model">The model.</param>
        /// <param name="data">Members and non-members.</param>
        /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The AUC of membership inference, ready to be held against a limit.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedMetric AuditAuc(IClassifier model, MembershipData data, AuditOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.Auc(model, data, options, test, Assembly.GetCallingAssembly());

        /// <summary>Audits predictions made elsewhere. Nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</summary>
        /// <param name="predictions">Outputs or losses with a member flag.</param>
        /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The AUC of membership inference, ready to be held against a limit.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedMetric AuditAuc(PrecomputedPredictions predictions, AuditOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.Auc(predictions, options, test, Assembly.GetCallingAssembly());

        /// <summary>Audits a model together with shadow models or gradients. Nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</summary>
        /// <param name="setup">Model, data and what an attacker has besides; what it holds stays the caller's.</param>
        /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The AUC of membership inference, ready to be held against a limit.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedMetric AuditAuc(MembershipSetup setup, AuditOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.Auc(setup, options, test, Assembly.GetCallingAssembly());

        /// <summary>Audits a model at a low false positive rate. Nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</summary>
        /// <param name="model">The model.</param>
        /// <param name="data">Members and non-members.</param>
        /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
        /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The true positive rate at that rate, ready to be held against a limit.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedMetric AuditTprAtFpr(
            IClassifier model, MembershipData data, double fpr, AuditOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.TprAtFpr(model, data, fpr, options, test, Assembly.GetCallingAssembly());

        /// <summary>Audits predictions made elsewhere at a low false positive rate. Nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</summary>
        /// <param name="predictions">Outputs or losses with a member flag.</param>
        /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
        /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The true positive rate at that rate, ready to be held against a limit.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedMetric AuditTprAtFpr(
            PrecomputedPredictions predictions, double fpr, AuditOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.TprAtFpr(predictions, fpr, options, test, Assembly.GetCallingAssembly());

        /// <summary>Audits a model together with shadow models or gradients at a low false positive rate. Nothing is judged before <see cref="AuditedMetric.IsBelow"/>.</summary>
        /// <param name="setup">Model, data and what an attacker has besides; what it holds stays the caller's.</param>
        /// <param name="fpr">False positive rate over the population of non-members, strictly between 0 and 1.</param>
        /// <param name="options">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The true positive rate at that rate, ready to be held against a limit.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedMetric AuditTprAtFpr(MembershipSetup setup, double fpr, AuditOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.TprAtFpr(setup, fpr, options, test, Assembly.GetCallingAssembly());

        /// <summary>Audits a subject with all attacks of smoke/1; it is set up once per process.</summary>
        /// <typeparam name="TSubject">The subject.</typeparam>
        /// <param name="seed">The audit's seed, or <see langword="null"/> for the assembly's or the environment's.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The result, whose metrics can be held against limits.</returns>
        [Pure]
        public static MembershipInferenceResult Audit<TSubject>(int? seed = null, [CallerMemberName] string? test = null)
            where TSubject : MembershipSubject, new()
            => Audits.Subject<TSubject>(seed, test);

        /// <summary>Audits a subject with all attacks of a tier; it is set up once per process, tier and seed.</summary>
        /// <typeparam name="TSubject">The subject.</typeparam>
        /// <param name="options">Seed, tier, controls, time budget.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The result, whose metrics can be held against limits.</returns>
        [Pure]
        public static MembershipInferenceResult Audit<TSubject>(AuditOptions options, [CallerMemberName] string? test = null)
            where TSubject : MembershipSubject, new()
            => Audits.Subject<TSubject>(options, test);
    }

    /// <summary>The test that runs, by the class it runs in; null outside a test.</summary>
    private static string? RunningTest()
        => TestExecutionContext.CurrentContext is not TestExecutionContext.AdhocContext
            && TestContext.CurrentContext.Test is { MethodName: { } method } test
            && (test.Type?.FullName ?? test.ClassName) is { } type ? $"{type}.{method}" : null;
}
