using Paname.Attacks.Data;
using Paname.Attacks.Membership.Risk;

namespace Paname.Attacks.Tests.Membership.Risk;

public sealed class RiskRankingTests
{
    [Fact]
    public void Ties_share_a_rank_and_the_next_counts_them_all()
    {
        IReadOnlyList<RankedRecord> top = RiskRanking.Top([1, 5, 3, 5, 2, 4], 4, Name);
        Assert.Equal([(1, 1, "r1"), (1, 3, "r3"), (3, 5, "r5"), (4, 2, "r2")], top.Select(r => (r.Rank, r.Record, r.Name)));
    }

    [Fact]
    public void Records_that_tie_with_the_last_are_all_given() =>
        Assert.Equal([1, 2, 2, 2], RiskRanking.Top([3, 9, 3, 3, 1], 2, Name).Select(r => r.Rank));

    [Fact]
    public void Names_decide_among_ties_not_the_order_of_records() =>
        Assert.Equal(["a", "b", "c"], RiskRanking.Top([7, 7, 7], 1, i => "cab"[i].ToString()).Select(r => r.Name));

    [Fact]
    public void Fewer_records_than_asked_for_are_all_given()
    {
        Assert.Equal(2, RiskRanking.Top([double.PositiveInfinity, double.NegativeInfinity], 10, Name).Count);
        Assert.Empty(RiskRanking.Top([], 10, Name));
    }

    [Fact]
    public void Inputs_are_left_as_they_are_and_NaN_is_refused_by_index()
    {
        double[] risks = [2, 3, 1];
        RiskRanking.Top(risks, 1, Name);
        Assert.Equal([2, 3, 1], risks);
        Assert.Contains("record 1 ", Assert.Throws<PanameDataException>(() => RiskRanking.Top([0, double.NaN], 1, Name)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskRanking.Top(risks, 0, Name));
    }

    private static string Name(int record) => FormattableString.Invariant($"r{record}");
}
