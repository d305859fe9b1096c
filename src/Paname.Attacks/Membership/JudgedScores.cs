using Paname.Attacks.Data;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Membership;

/// <summary>The scores that bounds may rest on, as a sample of members and non-members.</summary>
internal static class JudgedScores
{
    internal static ScoreSample Sample(AttackScores scores, MembershipObservations observations)
    {
        if (scores.Values.Length != observations.Outputs.Count)
        {
            throw new PanameDataException(FormattableString.Invariant($"The attack gave {scores.Values.Length} scores for {observations.Outputs.Count} records. An attack gives one per record."));
        }

        int[] judged = [.. scores.Judged ?? Enumerable.Range(0, observations.Outputs.Count)];
        int[] members = [.. judged.Where(record => record < observations.Members)];
        int[] nonMembers = [.. judged.Where(record => record >= observations.Members)];
        return ScoreSample.Create(
            Values(scores, members),
            Values(scores, nonMembers),
            Groups(observations, members),
            Groups(observations, nonMembers));
    }

    private static double[] Values(AttackScores scores, int[] records)
    {
        ReadOnlySpan<double> all = scores.Values.Span;
        double[] values = new double[records.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = all[records[i]];
        }

        return values;
    }

    private static string[]? Groups(MembershipObservations observations, int[] records) =>
        observations.Groups is { } groups ? [.. records.Select(record => groups[record])] : null;
}
