using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class PairedDeLongTests
{
    [Fact]
    public void Compare_equals_brute_force_over_pairs()
    {
        Random random = new(11);
        double[] firstMembers = Rounded(Samples.NormalScores(random, 40, 0.7));
        double[] firstNonMembers = Rounded(Samples.NormalScores(random, 55, 0));
        double[] secondMembers = Rounded([.. firstMembers.Select(s => s + Samples.NextNormal(random))]);
        double[] secondNonMembers = Rounded([.. firstNonMembers.Select(s => s + Samples.NextNormal(random))]);
        PairedAucComparison result = PairedDeLong.Compare(firstMembers, firstNonMembers, secondMembers, secondNonMembers);
        Assert.Equal(BruteForceDeLong.PairedVariance(firstMembers, firstNonMembers, secondMembers, secondNonMembers), result.Variance, 1e-15);
        double difference = BruteForceDeLong.Compute(firstMembers, firstNonMembers).Auc - BruteForceDeLong.Compute(secondMembers, secondNonMembers).Auc;
        Assert.Equal(difference, result.Difference, 1e-14);
        Assert.Equal(difference / Math.Sqrt(result.Variance), result.Z, 1e-10);
        Assert.InRange(result.PValue, 0, 1);
    }

    [Fact]
    public void Compare_same_scores_do_not_differ()
    {
        PairedAucComparison result = PairedDeLong.Compare([1, 2, 3], [0, 1, 5], [1, 2, 3], [0, 1, 5]);
        Assert.Equal((0, 0, 1), (result.Variance, result.Z, result.PValue));
    }

    [Fact]
    public void Compare_other_records_are_refused() =>
        Assert.Throws<ArgumentException>(() => PairedDeLong.Compare([1, 2], [1, 2], [1, 2, 3], [1, 2]));

    private static double[] Rounded(double[] scores) => Array.ConvertAll(scores, static s => Math.Round(s * 2) / 2);
}
