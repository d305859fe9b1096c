using System.Runtime.ExceptionServices;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>Runs the attacks of a set on the same observations: side by side, or one after the other within a time budget.</summary>
internal sealed class AttackRunner(
    MembershipObservations observations, IReadOnlyList<string>? classNames, Func<int, string> recordName, AuditPlan plan, TimeLeft time, Action<string> tell, CancellationToken cancellationToken)
{
    private readonly AttackerView _view = observations.View;

    /// <summary>What each attack found, in the order of the set; null for one that did not run.</summary>
    internal AttackScores?[] Found { get; } = new AttackScores?[plan.Set.Attacks.Count];

    /// <summary>Runs them.</summary>
    /// <param name="withShadows">What the attacker would have seen with the shadow models that time left out; the view there is when none were left out.</param>
    internal AttackResult[] Run(AttackerView withShadows)
    {
        IReadOnlyList<IMembershipAttack> attacks = plan.Set.Attacks;
        var results = new AttackResult[attacks.Count];
        if (time.IsLimited)
        {
            for (int i = 0; i < results.Length; i++)
            {
                results[i] = InTime(i, withShadows);
            }

            return results;
        }

        try
        {
            // The calling thread takes part, so that the audit goes on when the pool has no thread to spare.
            Parallel.For(0, results.Length, i => results[i] = Run(i, cancellationToken));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return results;
    }

    private AttackResult InTime(int index, AttackerView withShadows)
    {
        IMembershipAttack attack = plan.Set.Attacks[index];
        if (attack.NotApplicable(_view) is not null)
        {
            return attack.NotApplicable(withShadows) is null ? Late(withShadows) : new AttackResult(attack, _view);
        }

        if (time.IsUp)
        {
            return Late(_view);
        }

        using TimeLimit limit = time.Limit(cancellationToken);
        try
        {
            return Run(index, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsUp)
        {
            return Late(_view);
        }

        AttackResult Late(AttackerView view) => new(attack, view) { NotRun = time.Reason };
    }

    private AttackResult Run(int index, CancellationToken token)
    {
        IMembershipAttack attack = plan.Set.Attacks[index];
        if (attack.NotApplicable(_view) is not null)
        {
            return new AttackResult(attack, _view);
        }

        tell($"attack {attack.Name}");
        AttackScores found = attack.Score(observations, AttackRun.Of(plan.Seed, attack.Name, token));
        Found[index] = found;
        return new AttackResult(attack, _view)
        {
            Sample = found.Sample(observations),
            Notes = found.Notes,
            ByClass = KnownClasses.Are(observations) ? ByClass(attack.Name, found, observations.Members, observations.Labels!, classNames, observations.Groups) : null,
            MostExposed = attack.IsGraded ? ExposedMembers.Name(found, observations.Members, recordName) : [],
        };
    }

    // Static: the result outlives the observations, which may be large.
    private static Lazy<SlicedScores> ByClass(string attack, AttackScores found, int members, IReadOnlyList<int> labels, IReadOnlyList<string>? names, IReadOnlyList<string>? groups)
        => new(() => SlicedScores.Create(attack, found.Values.Span, members, SlicedScores.ByClass(labels, names is { } known && labels.Max() < known.Count ? known : null), groups, found.Judged));
}
