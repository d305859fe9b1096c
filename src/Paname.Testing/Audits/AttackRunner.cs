using System.Runtime.ExceptionServices;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Runs the attacks of a set on the same observations, side by side.</summary>
internal sealed class AttackRunner(MembershipObservations observations, Func<int, string> recordName, int seed, CancellationToken cancellationToken)
{
    internal AttackResult[] Run(AttackSet set)
    {
        var results = new AttackResult[set.Attacks.Count];
        try
        {
            // The calling thread takes part, so that the audit goes on when the pool has no thread to spare.
            Parallel.For(0, results.Length, i => results[i] = Run(set.Attacks[i]));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return results;
    }

    private AttackResult Run(IMembershipAttack attack)
    {
        if (attack.NotApplicable(observations.View) is { } reason)
        {
            return new AttackResult(attack, reason);
        }

        AttackScores found = attack.Score(observations, AttackRun.Of(seed, attack.Name, cancellationToken));
        int[] judged = [.. found.Judged ?? Enumerable.Range(0, observations.Outputs.Count)];
        int[] members = [.. judged.Where(record => record < observations.Members)];
        int[] nonMembers = [.. judged.Where(record => record >= observations.Members)];
        double[] memberScores = Scores(found, members);
        ScoreSample sample = ScoreSample.Create(memberScores, Scores(found, nonMembers), Groups(members), Groups(nonMembers));
        return new AttackResult(attack, observations.View, sample, attack.IsGraded ? ExposedMembers.Name(memberScores, i => recordName(members[i])) : []);
    }

    private static double[] Scores(AttackScores found, int[] records)
    {
        var scores = new double[records.Length];
        for (int i = 0; i < records.Length; i++)
        {
            scores[i] = found.Values.Span[records[i]];
        }

        return scores;
    }

    private string[]? Groups(int[] records) => observations.Groups is { } groups ? [.. records.Select(record => groups[record])] : null;
}
