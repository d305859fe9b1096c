using MathNet.Numerics.RootFinding;

namespace Paname.Attacks.Metrics;

/// <summary>
/// Lower bounds of epsilon from one training run for mechanisms whose trade-off curve is Gaussian (Mahloujifar, Melis, Chaudhuri: "Auditing f-differential privacy in one
/// run", 2024). Same setting as <see cref="OneRunEpsilon"/>, about twice as tight; refutes Gaussian mechanisms only.
/// </summary>
public static class OneRunFdp
{
    private const double Tolerance = 1e-10;
    private const int Iterations = 200;

    /// <summary>Whether so many right guesses refute that the training is Gaussian-DP with this shift.</summary>
    /// <param name="records">m, the records with an independent fair coin each; 1 at least.</param>
    /// <param name="guesses">r, from 1 to m; fixed before the scores are seen.</param>
    /// <param name="correct">v, from 0 to r.</param>
    /// <param name="mu">The shift, 0 or more: the inverse of the noise multiplier.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>Whether it is refuted at the level.</returns>
    public static bool IsRefuted(int records, int guesses, int correct, double mu, double level)
    {
        OneRunEpsilon.Check(records, guesses, correct, 0);
        MetricArguments.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegative(mu);
        ArgumentOutOfRangeException.ThrowIfEqual(mu, double.NaN);
        return Excess(records, guesses, correct, mu, level) > 0;
    }

    /// <summary>The lower bound: the largest epsilon whose Gaussian mechanism so many right guesses refute.</summary>
    /// <param name="records">m, the records with an independent fair coin each; 1 at least.</param>
    /// <param name="guesses">r, from 1 to m; fixed before the scores are seen.</param>
    /// <param name="correct">v, from 0 to r.</param>
    /// <param name="delta">Delta, strictly between 0 and 1.</param>
    /// <param name="level">Error rate, above 0 and at most 0.5.</param>
    /// <returns>0 or more, and finite; there is no floor.</returns>
    public static double Lower(int records, int guesses, int correct, double delta, double level)
    {
        MetricArguments.CheckLevel(level);
        return Above(0, records, guesses, correct, delta, level);
    }

    /// <summary>The lower bound if it is above a start, else the start. The root is sought on the shift, whose epsilon is taken at the end.</summary>
    internal static double Above(double start, int records, int guesses, int correct, double delta, double level)
    {
        OneRunEpsilon.Check(records, guesses, correct, delta);
        MetricArguments.CheckInside(delta, 0, 1);
        double low = GaussianDp.Mu(start, delta);
        if (Excess(records, guesses, correct, low, level) <= 0)
        {
            return start;
        }

        double high = Math.Max(1, 2 * low);
        while (Excess(records, guesses, correct, high, level) > 0)
        {
            (low, high) = (high, 2 * high);
        }

        double mu = Brent.FindRoot(mu => Excess(records, guesses, correct, mu, level), low, high, Tolerance, Iterations);
        return Math.Max(start, GaussianDp.Epsilon(mu, delta));
    }

    /// <summary>
    /// The recursion over the number of right guesses: h bounds the chance of that many or more, r the expected share they carry. Above 0 they add up to more than
    /// the guesses there are, so the shift is refuted.
    /// </summary>
    private static double Excess(int records, int guesses, int correct, double mu, double level)
    {
        double r = level * correct / records;
        double h = level * (guesses - correct) / records;
        for (int i = correct - 1; i >= 0; i--)
        {
            // One wrong value beside the right one: the curve enters once.
            double next = Math.Max(h, Quantiles.NormalCdf(-Quantiles.NormalUpper(r) - mu));
            if (next == h)
            {
                break; // neither can change any more
            }

            r = Math.Min(1, r + ((double)i / (guesses - i) * (next - h)));
            h = next;
        }

        return r + h - ((double)guesses / records);
    }
}
