namespace Paname.Attacks.Metrics;

/// <summary>Upper limits of both error rates, and the epsilons they lead to.</summary>
internal readonly record struct EpsilonLimits(double FalseNegativeRate, double FalsePositiveRate)
{
    internal static EpsilonLimits Of(ConfusionCounts counts, double memberLevel, double nonMemberLevel) => new(
        BinomialInterval.ClopperPearsonUpper(counts.FalseNegatives, counts.Members, memberLevel),
        BinomialInterval.ClopperPearsonUpper(counts.FalsePositives, counts.NonMembers, nonMemberLevel));

    internal double ClopperPearson(double delta, bool bothDirections) => bothDirections
        ? EpsilonRegion.FromUpperBounds(FalseNegativeRate, FalsePositiveRate, delta)
        : EpsilonRegion.OneDirection(FalseNegativeRate, FalsePositiveRate, delta);

    internal double Shift() => GaussianDp.MuFromRates(FalseNegativeRate, FalsePositiveRate);
}
