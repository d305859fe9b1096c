namespace Paname.Attacks.Metrics;

/// <summary>
/// Lower bounds of epsilon from one training run (Steinke, Nasr, Jagielski: "Privacy auditing with one (1) training run", 2023). Each of m records was put in or left
/// out by its own independent fair coin (balanced halves are not independent coins); an attacker who sees the model guesses r of the coins and has v right.
/// The number of guesses is fixed before the scores are seen.
/// </summary>
public static class OneRunEpsilon
{
    private const double Tolerance = 1e-12;

    /// <summary>How likely so many right guesses are, at most, under (epsilon, delta) differential privacy.</summary>
    /// <param name="records">m, the records with a coin; 1 at least.</param>
    /// <param name="guesses">r, from 1 to m.</param>
    /// <param name="correct">v, from 0 to r.</param>
    /// <param name="epsilon">Epsilon, 0 or more.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <returns>The p-value, from 0 to 1.</returns>
    public static double PValue(int records, int guesses, int correct, double epsilon, double delta)
    {
        Check(records, guesses, correct, delta);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfEqual(epsilon, double.NaN);
        double miss = Quantiles.Logistic(-epsilon);
        double hit = Quantiles.Logistic(epsilon);
        double tail = correct == 0 ? 1 : IncompleteBeta.Lower(correct, guesses - correct + 1.0, hit, miss);
        return delta == 0 || correct == 0 ? tail : Math.Min(1, tail + (2 * records * delta * LargestMean(guesses, correct, hit, miss)));
    }

    /// <summary>The lower bound: the largest epsilon that so many right guesses refute.</summary>
    /// <param name="records">m, the records with a coin; 1 at least.</param>
    /// <param name="guesses">r, from 1 to m.</param>
    /// <param name="correct">v, from 0 to r.</param>
    /// <param name="delta">Delta, from 0 to 1.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>0 or more, and finite.</returns>
    public static double Lower(int records, int guesses, int correct, double delta, double level)
    {
        MetricArguments.CheckLevel(level);
        return Above(0, records, guesses, correct, delta, level);
    }

    /// <summary>The lower bound if it is above a start, else the start.</summary>
    internal static double Above(double start, int records, int guesses, int correct, double delta, double level)
    {
        Check(records, guesses, correct, delta);
        return Bisection.LargestRefuted(epsilon => PValue(records, guesses, correct, epsilon, delta) <= level, start, Tolerance);
    }

    internal static void Check(int records, int guesses, int correct, double delta)
    {
        MetricArguments.CheckCounts(correct, guesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(guesses, records);
        MetricArguments.CheckFraction(delta);
    }

    /// <summary>
    /// max over i of P[correct - i &lt;= W &lt; correct] / i for W ~ Bin(guesses, hit): the mean of the i probabilities below the count. They rise to the mode and fall
    /// after it, so the mean is largest where the next one is below it.
    /// </summary>
    private static double LargestMean(int guesses, int correct, double hit, double miss)
    {
        if (miss == 0)
        {
            return 0;
        }

        int w = correct - 1;
        double logarithm = LogProbability(w, guesses, hit, miss);
        double sum = 0;
        for (int i = 1; ; i++)
        {
            sum += Math.Exp(logarithm);
            if (w == 0)
            {
                return sum / i;
            }

            // In logarithms, as the walk begins where the probability may underflow.
            logarithm += Math.Log(w * miss / ((guesses - w + 1) * hit));
            w--;
            if (Math.Exp(logarithm) < sum / i)
            {
                return sum / i;
            }
        }
    }

    private static double LogProbability(int count, int trials, double hit, double miss)
    {
        if (count == 0)
        {
            return trials * Math.Log(miss);
        }

        double others = trials - count;
        return IncompleteBeta.LogKernel(count, others, hit, miss) + Math.Log(trials / (count * others));
    }
}
