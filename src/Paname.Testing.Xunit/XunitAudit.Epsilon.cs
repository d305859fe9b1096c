using System.Diagnostics.Contracts;
using System.Reflection;
using System.Runtime.CompilerServices;
using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Xunit;

/// <content>Claims of differential privacy.</content>
public static partial class XunitAudit
{
    extension(Assert)
    {
        /// <summary>Audits a model whose training is claimed to be differentially private. Nothing is judged before <see cref="AuditedEpsilon.IsNotRefuted"/>, which never passes: it refutes or it does not.</summary>
        /// <param name="model">The model.</param>
        /// <param name="data">Members and non-members.</param>
        /// <param name="delta">The delta of the claim, from 0 to 1.</param>
        /// <param name="options">How membership came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
        /// <param name="audit">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The lower bounds of epsilon, ready to be held against the claim.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedEpsilon AuditEpsilon(
            IClassifier model, MembershipData data, double delta = 1e-5, EpsilonOptions? options = null, AuditOptions? audit = null, [CallerMemberName] string? test = null)
            => Audits.Epsilon(model, data, delta, options, audit, test, Assembly.GetCallingAssembly());

        /// <summary>Audits predictions of a model whose training is claimed to be differentially private.</summary>
        /// <param name="predictions">Outputs or losses with a member flag.</param>
        /// <param name="delta">The delta of the claim, from 0 to 1.</param>
        /// <param name="options">How membership came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
        /// <param name="audit">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The lower bounds of epsilon, ready to be held against the claim.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedEpsilon AuditEpsilon(
            PrecomputedPredictions predictions, double delta = 1e-5, EpsilonOptions? options = null, AuditOptions? audit = null, [CallerMemberName] string? test = null)
            => Audits.Epsilon(predictions, delta, options, audit, test, Assembly.GetCallingAssembly());

        /// <summary>Audits a model whose training is claimed to be differentially private, together with shadow models or gradients.</summary>
        /// <param name="setup">Model, data and what an attacker has besides; what it holds stays the caller's.</param>
        /// <param name="delta">The delta of the claim, from 0 to 1.</param>
        /// <param name="options">How membership came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
        /// <param name="audit">Seed, tier, cancellation, progress; <see langword="null"/> for the defaults.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The lower bounds of epsilon, ready to be held against the claim.</returns>
        [Pure]
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static AuditedEpsilon AuditEpsilon(
            MembershipSetup setup, double delta = 1e-5, EpsilonOptions? options = null, AuditOptions? audit = null, [CallerMemberName] string? test = null)
            => Audits.Epsilon(setup, delta, options, audit, test, Assembly.GetCallingAssembly());

        /// <summary>Holds attack scores made elsewhere against a claim of differential privacy, such as one score of each of many training runs.</summary>
        /// <param name="scores">One score per observation; higher = trained with the record.</param>
        /// <param name="delta">The delta of the claim, from 0 to 1.</param>
        /// <param name="options">How the scores came about, method and level; <see langword="null"/> for empirical bounds at 5 %.</param>
        /// <param name="test">The test's name for the replay line; the compiler fills it in.</param>
        /// <returns>The lower bound of epsilon, ready to be held against the claim.</returns>
        [Pure]
        public static AuditedEpsilon AuditEpsilon(ScoreSample scores, double delta = 1e-5, EpsilonOptions? options = null, [CallerMemberName] string? test = null)
            => Audits.Epsilon(scores, delta, options, test);
    }
}
