using System.Runtime.ExceptionServices;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Asks whether the attacks that ran would have found a leak, whether they find one where there is none, and whether the split is sound, within the time there is.</summary>
internal sealed class ControlStage(MembershipObservations observations, MembershipData? data, AuditPlan plan, TimeLeft time, CancellationToken cancellationToken)
{
    private const string AsksAgain = "flags have no part in the scores of attacks that ask the target again";

    /// <summary>Runs the controls side by side.</summary>
    /// <param name="attacks">The attacks of the set in its order, with what they found; null for one that did not run.</param>
    internal ControlResults Run(IReadOnlyList<(IMembershipAttack Attack, AttackScores? Found)> attacks)
    {
        (IMembershipAttack Attack, AttackScores Found)[] ran = [.. attacks.Where(attack => attack.Found is not null).Select(attack => (attack.Attack, attack.Found!))];
        var results = new ControlResults([.. ran.Select(attack => attack.Attack.Name)], time.Reason) { BlindNotRun = BlindNotApplicable() };
        int family = plan.Set.ApplicableCount(observations.View);
        using TimeLimit limit = time.Limit(cancellationToken);
        CancellationToken token = limit.Token;
        List<Action> work = results.BlindNotRun is null ? [() => Blind(results, token)] : [];
        for (int i = 0; i < ran.Length; i++)
        {
            int index = i;
            (IMembershipAttack attack, AttackScores found) = ran[i];
            AttackRun run = AttackRun.Of(plan.Seed, attack.Name, token);
            work.Add(() => results.Positive[index] = PositiveControl.Run(attack, observations, found, run));
            work.Add(() => results.Null[index] = AsksTarget(attack) ? new NullControlResult(0, 0, AsksAgain) : NullControl.Run(attack, observations, family, run));
        }

        try
        {
            Parallel.For(0, work.Count, i => InTime(work[i]));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return results;

        void InTime(Action run)
        {
            if (time.IsUp)
            {
                return;
            }

            try
            {
                run();
            }
            catch (OperationCanceledException) when (limit.IsUp)
            {
                // Listed as not run.
            }
        }
    }

    private string? BlindNotApplicable() => data is null ? "predictions carry no features" : BlindBaseline.NotApplicable(data);

    private void Blind(ControlResults results, CancellationToken token)
    {
        try
        {
            results.Blind = BlindBaseline.Measure(data!, AttackRun.Of(plan.Seed, nameof(BlindBaseline), token).Seed, cancellationToken: token);
        }
        catch (PanameDataException error)
        {
            results.BlindNotRun = error.Message.TrimEnd('.');
        }
    }

    private bool AsksTarget(IMembershipAttack attack)
    {
        AttackerView view = observations.View;
        return attack.NotApplicable(view with { Queries = false, Gradients = false }) is not null;
    }
}
