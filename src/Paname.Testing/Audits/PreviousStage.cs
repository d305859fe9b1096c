using System.Runtime.ExceptionServices;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Attacks the model a baseline was accepted with as the target was attacked, so that both are compared on the same records. It changes nothing in what is found about the target.</summary>
internal sealed class PreviousStage(IAuditSource source, AuditPlan plan, TimeLeft time, CancellationToken cancellationToken)
{
    /// <param name="target">What was observed of the target, shadow models included.</param>
    /// <param name="found">What each attack of the set found against it; null for one that did not run.</param>
    internal PreviousRun? Run(MembershipObservations target, IReadOnlyList<AttackScores?> found)
    {
        if (source.Previous is not { } previous)
        {
            return null;
        }

        var run = new PreviousRun(previous.Name, previous.Fingerprint);
        if (NotRun(previous, target.Outputs) is { } reason)
        {
            return run with { NotRun = reason };
        }

        using TimeLimit limit = time.Limit(cancellationToken);
        try
        {
            MembershipObservations observations = Observe(previous, target, limit.Token);
            return run with { Attacks = Attack(target, found, observations, limit.Token) };
        }
        catch (OperationCanceledException) when (limit.IsUp)
        {
            return run with { NotRun = time.Reason };
        }
        catch (PanameDataException error)
        {
            return run with { NotRun = error.Message.TrimEnd('.') };
        }
    }

    private string? NotRun(IClassifier previous, TargetOutputs outputs)
        => previous.Fingerprint is null ? "it has no fingerprint that a baseline could name"
            : previous.Fingerprint == source.TargetFingerprint ? "it is the audited model itself"
            : previous.OutputKind != outputs.Kind || previous.Classes != outputs.Classes ? "it gives out something else than the audited model"
            : time.IsUp ? time.Reason
            : null;

    private MembershipObservations Observe(IClassifier previous, MembershipObservations target, CancellationToken token)
    {
        MembershipObservations outputs = source.ObservePrevious(token);
        return target.Shadows is null && target.Access is null
            ? outputs
            : new MembershipObservations(outputs.Outputs, outputs.Labels, outputs.Members, outputs.Groups)
            {
                Shadows = target.Shadows is { } shadows ? Shadows(shadows, previous, target, outputs, token) : null,
                Access = target.Access is { } access ? new QueryAccess(previous, access.Records) : null,
            };
    }

    /// <summary>The same shadow models beside another target. Where its signal is the one view's scaled logit nothing is asked anew; else the source is, for the same plan and seed.</summary>
    private ShadowObservations Shadows(ShadowObservations shadows, IClassifier previous, MembershipObservations target, MembershipObservations outputs, CancellationToken token)
    {
        if (shadows.Population is null && shadows.Target.Views == 1 && FollowsFromOutputs(shadows.Target, target))
        {
            return new ShadowObservations(ScaledLogits(outputs), shadows.Shadows, shadows.Inclusion) { Outputs = shadows.Outputs };
        }

        return source.Shadows!.Observe(source.Request(outputs, plan.Seed) with { Target = previous, Budget = time.ForShadowModels, CancellationToken = token });
    }

    private static bool FollowsFromOutputs(ShadowSignals signals, MembershipObservations observations)
    {
        if (signals.Scale != SignalScale.ScaledLogit || Signal.ScaledLogit.Unavailable(observations.View) is not null)
        {
            return false;
        }

        ShadowSignals own = ScaledLogits(observations);
        return Enumerable.Range(0, own.Records).All(record => own.Row(record)[0] == signals.Row(record)[0]);
    }

    private static ShadowSignals ScaledLogits(MembershipObservations observations)
    {
        var signals = new double[observations.Outputs.Count];
        Signal.ScaledLogit.Compute(observations.Outputs, [.. observations.Labels!], signals);
        return new ShadowSignals(SignalScale.ScaledLogit, signals.Length, 1, 1, signals);
    }

    private Dictionary<string, PairedAuc> Attack(MembershipObservations target, IReadOnlyList<AttackScores?> found, MembershipObservations previous, CancellationToken token)
    {
        var paired = new PairedAuc?[found.Count];
        try
        {
            Parallel.For(0, paired.Length, i => paired[i] = found[i] is { } scores ? Attack(plan.Set.Attacks[i], scores) : null);
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return plan.Set.Attacks.Zip(paired).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Name, pair => pair.Second!, StringComparer.Ordinal);

        PairedAuc Attack(IMembershipAttack attack, AttackScores own)
        {
            if (attack.NotApplicable(previous.View) is { } reason)
            {
                return PairedAuc.Not($"against it {attack.Name} {reason}");
            }

            try
            {
                return PairedScores.Compare(target, own, attack.Score(previous, AttackRun.Of(plan.Seed, attack.Name, token)));
            }
            catch (PanameDataException error)
            {
                return PairedAuc.Not(error.Message.TrimEnd('.'));
            }
        }
    }
}
