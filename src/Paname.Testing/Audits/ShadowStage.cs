using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;

namespace Paname.Testing;

/// <summary>Trains or reads shadow models for a set that needs them, within the time there is.</summary>
internal sealed class ShadowStage(IAuditSource source, AuditPlan plan, TimeLeft time, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>Whether time left no shadow model, though there is a source of them.</summary>
    internal bool OutOfTime { get; private set; }

    /// <summary>What must be said about them; null when there is nothing.</summary>
    internal AuditFinding? Finding { get; private set; }

    internal ShadowObservations? Observe(MembershipObservations observations)
    {
        if (source.Shadows is not { } shadows)
        {
            return null;
        }

        if (!SetNeeds.Shadows(plan.Set, observations.View))
        {
            Finding = new AuditFinding($"the shadow models at hand were not used: {plan.Set.Name} holds no attack that looks at them", BlocksPass: false);
            return null;
        }

        if (time.IsUp)
        {
            OutOfTime = true;
            return null;
        }

        using TimeLimit limit = time.Limit(cancellationToken);
        try
        {
            return shadows.Observe(source.Request(observations, plan.Seed) with
            {
                Budget = time.ForShadowModels,
                Progress = progress is null ? null : new Forward(progress, observations.Outputs.Count),
                CancellationToken = limit.Token,
            });
        }
        catch (OperationCanceledException) when (limit.IsUp)
        {
            OutOfTime = true;
            return null;
        }
    }

    private sealed class Forward(IProgress<AuditProgress> progress, int records) : IProgress<ShadowProgress>
    {
        public void Report(ShadowProgress value)
        {
            string reused = value.Reused > 0 ? FormattableString.Invariant($", {value.Reused} of them from the cache") : string.Empty;
            progress.Report(new AuditProgress(records, records) { Work = FormattableString.Invariant($"shadow models: {value.Done} of {value.Total}{reused}") });
        }
    }
}
