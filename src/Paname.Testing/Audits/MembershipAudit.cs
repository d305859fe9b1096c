using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Runs an attack set against one source: outputs, then shadow models, then attacks and controls, each only if the plan needs it.</summary>
internal static class MembershipAudit
{
    internal static MembershipAuditResult Run(IAuditSource source, AuditPlan plan, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        progress = progress is null ? null : new OneAtATime(progress);
        DateTimeOffset started = plan.Clock.GetUtcNow().ToUniversalTime();
        var time = new TimeLeft(plan.TimeBudget, plan.Clock);
        (IReadOnlyList<AuditFinding> split, MembershipObservations outputs) = CheckedObservation.Make(source, progress, cancellationToken);
        List<AuditFinding> findings = [.. split];
        cancellationToken.ThrowIfCancellationRequested();
        KnownClasses.Require(outputs, source.RecordName);
        (double? memberAccuracy, double? nonMemberAccuracy) = LabelMapAlarm.Accuracies(outputs);
        if (!plan.LabelMapConfirmed && LabelMapAlarm.Check(outputs, memberAccuracy, nonMemberAccuracy) is { } alarm)
        {
            findings.Add(alarm);
        }

        if (outputs.Labels is not null && Saturation.Count(outputs.Outputs, [.. outputs.Labels]) is > 0 and int saturated)
        {
            findings.Add(new AuditFinding(
                FormattableString.Invariant($"{saturated} of {outputs.Outputs.Count} records have a probability of exactly 0 or 1 and cannot be told apart; give logits"),
                BlocksPass: false));
        }

        var stage = new ShadowStage(source, plan, time, progress, cancellationToken);
        ShadowObservations? shadows = stage.Observe(outputs);
        findings.AddRange(stage.Findings);
        MembershipObservations observations = Complete(outputs, shadows, source, plan);
        findings.AddRange(ShadowStage.Fit(observations, plan.Set) is { } fit ? [fit] : []);
        AttackerView withShadows = stage.OutOfTime ? SetNeeds.WithShadows(observations.View) : observations.View;
        var runner = new AttackRunner(observations, source.ClassNames, source.RecordName, plan, time, Tell, cancellationToken);
        AttackResult[] attacks = runner.Run(withShadows);
        IReadOnlyList<ReportControl> controls = [];
        if (plan.Controls == true)
        {
            Tell("controls");
            ControlResults results = new ControlStage(observations, source.Data, plan, time, cancellationToken).Run([.. plan.Set.Attacks.Zip(runner.Found)]);
            findings.AddRange(ControlFindings.Of(results));
            controls = ControlReports.Of(results);
        }
        else if (plan.Controls == false)
        {
            findings.Add(ControlFindings.SwitchedOff);
        }

        var previous = new PreviousStage(source, plan, time, cancellationToken);
        return new MembershipAuditResult(attacks)
        {
            Target = source.TargetName,
            TargetFingerprint = source.TargetFingerprint,
            DataFingerprint = source.Data?.Fingerprint ?? source.DataKey,
            AttackSet = plan.Set.Name,
            Seed = plan.Seed,
            Members = outputs.Members,
            NonMembers = outputs.NonMembers,
            MemberAccuracy = memberAccuracy,
            NonMemberAccuracy = nonMemberAccuracy,
            Shadows = shadows is null ? null : source.Shadows!.Description,
            TimeBudget = plan.TimeBudget,
            Started = started,
            Duration = time.Elapsed,
            Utility = plan.Utility,
            Parameters = source.Parameters,
            Controls = controls,
            Previous = previous.Run(observations, runner.Found),
            Findings = findings,
        };

        // Attacks on outputs alone take no time worth a word.
        void Tell(string work)
        {
            if (!ReferenceEquals(observations, outputs))
            {
                progress?.Report(new AuditProgress(outputs.Outputs.Count, outputs.Outputs.Count) { Work = work });
            }
        }
    }

    private static MembershipObservations Complete(MembershipObservations outputs, ShadowObservations? shadows, IAuditSource source, AuditPlan plan)
    {
        AttackerView view = outputs.View with { Shadows = shadows?.View };
        QueryAccess? access = SetNeeds.Access(plan.Set, view) ? source.Access() : null;
        return shadows is null && access is null
            ? outputs
            : new MembershipObservations(outputs.Outputs, outputs.Labels, outputs.Members, outputs.Groups) { Shadows = shadows, Access = access };
    }
}
