using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;

namespace Paname.Testing;

/// <summary>Compares an attack's scores against two models on the records that both may be judged by.</summary>
internal static class PairedScores
{
    internal static PairedAuc Compare(MembershipObservations observations, AttackScores own, AttackScores previous)
    {
        if (own.Sample(observations).HasGroups)
        {
            return PairedAuc.Not("records come in groups, for which there is no paired comparison");
        }

        int[] judged = Judged(own);
        if (!judged.AsSpan().SequenceEqual(Judged(previous)))
        {
            return PairedAuc.Not("the attack judges other records of it");
        }

        int[] members = Array.FindAll(judged, record => record < observations.Members);
        int[] others = Array.FindAll(judged, record => record >= observations.Members);
        if (members.Length < 2 || others.Length < 2)
        {
            return PairedAuc.Not("there are too few records");
        }

        PairedAucComparison paired = PairedDeLong.Compare(Pick(own, members), Pick(own, others), Pick(previous, members), Pick(previous, others));
        return new PairedAuc(paired.SecondAuc, Math.Sqrt(paired.Variance), null);
    }

    private static int[] Judged(AttackScores scores) => [.. (scores.Judged ?? Enumerable.Range(0, scores.Values.Length)).Order()];

    private static double[] Pick(AttackScores scores, int[] records) => Array.ConvertAll(records, record => scores.Values.Span[record]);
}
