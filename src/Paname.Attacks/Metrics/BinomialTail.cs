namespace Paname.Attacks.Metrics;

/// <summary>Tails of the binomial distribution, through the incomplete beta function.</summary>
internal static class BinomialTail
{
    /// <summary>P[Bin(trials, probability) &gt;= count].</summary>
    internal static double AtLeast(int count, int trials, double probability) => count switch
    {
        <= 0 => 1,
        _ when count > trials => 0,
        _ => IncompleteBeta.Lower(count, trials - count + 1.0, probability, 1 - probability),
    };

    /// <summary>P[Bin(trials, probability) &lt;= count].</summary>
    internal static double AtMost(int count, int trials, double probability) => count switch
    {
        < 0 => 0,
        _ when count >= trials => 1,
        _ => IncompleteBeta.Upper(count + 1.0, trials - count, probability, 1 - probability),
    };
}
