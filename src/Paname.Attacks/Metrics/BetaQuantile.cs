namespace Paname.Attacks.Metrics;

/// <summary>
/// Quantiles of the beta distribution by Newton's method on the logarithm of the tail, in the logit of x.
/// That function is concave, so the steps cannot diverge; a bracket guards the underflow of far tails.
/// </summary>
internal static class BetaQuantile
{
    /// <summary>The x with P[Beta(a, b) &lt;= x] = probability.</summary>
    internal static double Lower(double probability, double a, double b) => Quantiles.Logistic(LogitLower(probability, a, b));

    /// <summary>The x with P[Beta(a, b) &gt; x] = probability.</summary>
    internal static double Upper(double probability, double a, double b) => Quantiles.Logistic(-LogitLower(probability, b, a));

    /// <summary>logit of the x with P[Beta(a, b) &lt;= x] = probability: keeps its digits where x rounds to 0 or 1.</summary>
    internal static double LogitLower(double probability, double a, double b)
    {
        double low = -800;
        double high = 800;
        double logit = Math.Clamp(Math.Log(a / b) - (Quantiles.NormalUpper(probability) * Math.Sqrt((1 / a) + (1 / b))), -700, 700);
        for (int i = 0; i < 200; i++)
        {
            double x = Quantiles.Logistic(logit);
            double complement = Quantiles.Logistic(-logit);
            double tail = IncompleteBeta.Lower(a, b, x, complement);
            if (tail < probability)
            {
                low = logit;
            }
            else
            {
                high = logit;
            }

            double next = logit - (Math.Log(tail / probability) * tail / IncompleteBeta.Kernel(a, b, x, complement));
            if (!(next > low && next < high))
            {
                next = (low + high) / 2;
            }

            if (Math.Abs(next - logit) <= 1e-15 * Math.Max(1, Math.Abs(logit)))
            {
                return next;
            }

            logit = next;
        }

        return logit;
    }
}
