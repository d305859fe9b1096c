using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;

namespace Paname.Testing;

/// <summary>Trains or reads shadow models for a set that needs them, within the time there is.</summary>
internal sealed class ShadowStage(IAuditSource source, AuditPlan plan, TimeLeft time, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
{
    /// <summary>Whether time left no shadow model, though there is a source of them.</summary>
    internal bool OutOfTime { get; private set; }

    /// <summary>What must be said about how they came about.</summary>
    internal List<AuditFinding> Findings { get; } = [];

    internal ShadowObservations? Observe(MembershipObservations observations)
    {
        if (source.Shadows is not { } shadows)
        {
            return null;
        }

        if (!SetNeeds.Shadows(plan.Set, observations.View))
        {
            Findings.Add(new AuditFinding($"the shadow models at hand were not used: {plan.Set.Name} holds no attack that looks at them", BlocksPass: false));
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
            ShadowObservations observed = shadows.Observe(source.Request(observations, plan.Seed) with
            {
                Budget = time.ForShadowModels,
                Progress = progress is null ? null : new Forward(progress, observations.Outputs.Count),
                CancellationToken = limit.Token,
            });
            Findings.AddRange(observed.Notes.Select(note => new AuditFinding(note.TrimEnd('.'), BlocksPass: false)));
            return observed;
        }
        catch (OperationCanceledException) when (limit.IsUp)
        {
            OutOfTime = true;
            return null;
        }
    }

    /// <summary>What must be said when the target fits its records otherwise than its shadow models fit theirs: a gross difference keeps attacks with them from passing.
    /// It never keeps them from failing: a score that tells members from non-members does so whatever it was calibrated with.</summary>
    internal static AuditFinding? Fit(MembershipObservations observations, AttackSet set)
    {
        if (observations.Shadows is not { Shadows.Models: >= 2 } shadows || observations.Labels is not { } labels)
        {
            return null;
        }

        var mismatch = ShadowMismatch.Judge(
            ShadowFit.OfTarget(shadows, observations.Outputs, labels, observations.Members), ShadowFit.OfShadows(shadows, labels));
        bool gross = mismatch.Level == ShadowMismatchLevel.Gross;
        return mismatch.Level == ShadowMismatchLevel.None
            ? null
            : new AuditFinding(mismatch.Sentence.TrimEnd('.'), BlocksPass: gross)
            {
                Attacks = [.. set.Attacks.Where(attack => attack.UsesShadows(observations.View)).Select(attack => attack.Name)],
            };
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
