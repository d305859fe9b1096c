using MathNet.Numerics;

namespace Paname.Attacks.Metrics;

/// <summary>
/// The regularised incomplete beta function, to about 1e-13 relative at parameters up to 1e7.
/// MathNet's own loses eight digits at parameters of a million: its prefactor cancels and its fraction stops at a fixed length.
/// Prefactor by the saddle point (Loader, "Fast and accurate computation of binomial probabilities", 2000), tail by the continued fraction.
/// </summary>
internal static class IncompleteBeta
{
    private const int MaxTerms = 1_000_000;

    /// <summary>P[Beta(a, b) &lt;= x]; the complement of x is given apart, because 1 - x loses digits near 1.</summary>
    internal static double Lower(double a, double b, double x, double complement)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (complement <= 0)
        {
            return 1;
        }

        return x < (a + 1) / (a + b + 2)
            ? Kernel(a, b, x, complement) / a * Fraction(a, b, x)
            : 1 - (Kernel(a, b, x, complement) / b * Fraction(b, a, complement));
    }

    /// <summary>P[Beta(a, b) &gt; x].</summary>
    internal static double Upper(double a, double b, double x, double complement) => Lower(b, a, complement, x);

    /// <summary>x^a (1 - x)^b / B(a, b): the density of logit(X).</summary>
    internal static double Kernel(double a, double b, double x, double complement) =>
        Math.Exp(Exponent(a, b, x, complement)) * Math.Sqrt(a * b / (2 * Math.PI * (a + b)));

    /// <summary>The logarithm of the kernel, also where the kernel itself underflows.</summary>
    internal static double LogKernel(double a, double b, double x, double complement) =>
        Exponent(a, b, x, complement) + (0.5 * Math.Log(a * b / (2 * Math.PI * (a + b))));

    private static double Exponent(double a, double b, double x, double complement)
    {
        double n = a + b;
        return StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * complement);
    }

    private static double StirlingError(double z)
    {
        if (z < 16)
        {
            return SpecialFunctions.GammaLn(z + 1) - ((z + 0.5) * Math.Log(z)) + z - (0.5 * Math.Log(2 * Math.PI));
        }

        double s = 1 / (z * z);
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (s / 1188)) * s)) * s)) * s)) / z;
    }

    // x ln(x / mean) + mean - x, without cancellation near x = mean.
    private static double Deviance(double x, double mean)
    {
        double difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean))
        {
            return (x * Math.Log(x / mean)) - difference;
        }

        double v = difference / (x + mean);
        double sum = difference * v;
        double term = 2 * x * v;
        for (int j = 3; ; j += 2)
        {
            term *= v * v;
            double next = sum + (term / j);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    // Modified Lentz evaluation of the continued fraction; needs about sqrt(max(a, b)) terms.
    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        double c = 1;
        double d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        double value = d;
        for (int i = 1; i <= MaxTerms; i++)
        {
            double even = i * (b - i) * x / ((a + (2 * i) - 1) * (a + (2 * i)));
            value *= Step(even, ref c, ref d);
            double odd = -(a + i) * (a + b + i) * x / ((a + (2 * i)) * (a + (2 * i) + 1));
            double factor = Step(odd, ref c, ref d);
            value *= factor;
            if (Math.Abs(factor - 1) < 2e-16)
            {
                break;
            }
        }

        return value;

        static double Step(double coefficient, ref double c, ref double d)
        {
            d = 1 + (coefficient * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (coefficient / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            return c * d;
        }
    }
}
