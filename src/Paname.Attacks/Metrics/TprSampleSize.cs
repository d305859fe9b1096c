using System.Globalization;
using MathNet.Numerics;

namespace Paname.Attacks.Metrics;

/// <summary>Refusal and planning of TPR verdicts.</summary>
internal static class TprSampleSize
{
    private const double Level = 0.05;
    private const int Largest = 10_000_000;
    private const int Step = 100;

    // The power is exactly one half at many sizes, by symmetry: rounding must not decide.
    private const double Rounding = 1e-9;

    internal static SampleSizeRefusal? Refusal(int members, int nonMembers, double fpr, double limit)
    {
        if (limit <= fpr)
        {
            return new(SampleSizeRefusalKind.LowPower, int.MaxValue, string.Create(
                CultureInfo.InvariantCulture, $"guessing has a TPR of {fpr} at an FPR of {fpr}, so no number of records can show that the TPR is below {limit}"));
        }

        double planned = Planned(members, nonMembers, fpr);
        if (planned < limit)
        {
            return null;
        }

        int required = SmallestBelow(Math.Min(members, nonMembers), fpr, limit);
        string need = required == int.MaxValue ? "more than ten million" : required.ToString(CultureInfo.InvariantCulture);
        return new(SampleSizeRefusalKind.LowPower, required, string.Create(
            CultureInfo.InvariantCulture,
            $"with {members} members and {nonMembers} non-members even a model without any leak is expected to get an upper bound of {planned:0.####} for its TPR at an FPR of {fpr}; {need} of each are needed for a limit of {limit}"));
    }

    internal static int RequiredPerSide(double fpr, double limit, double power)
    {
        power -= Rounding;
        int high = Step;
        while (Power(high, fpr, limit) < power)
        {
            if (high >= Largest)
            {
                return int.MaxValue;
            }

            high *= 2;
        }

        int low = high / 2;
        while (high - low > Step)
        {
            int middle = (low + high) / 2 / Step * Step;
            if (Power(middle, fpr, limit) < power)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        // Power has saw teeth: an earlier tooth may reach it too.
        int step = Math.Max(Step, high / 100 / Step * Step);
        for (int n = Math.Max(Step, high * 3 / 4 / Step * Step); n < high; n += step)
        {
            if (Power(n, fpr, limit) >= power)
            {
                return n;
            }
        }

        return high;
    }

    /// <summary>The probability that n members and n non-members of one distribution, without ties, get an upper bound below the limit.</summary>
    internal static double Power(int n, double fpr, double limit)
    {
        TprPlan plan = TprPlan.Best(n, n, fpr, Level);
        if (plan.K == 0)
        {
            return 0;
        }

        // Members beyond the k-th non-member: x failures before the k-th success in random order, beta-binomial (n, k, n - k + 1).
        double power = 0;
        for (int x = 0; x < n && BinomialTail.AtMost(x, n, limit) < plan.CountError; x++)
        {
            power += Math.Exp(
                SpecialFunctions.BinomialLn(n, x) + SpecialFunctions.BetaLn(x + plan.K, (2.0 * n) - x - plan.K + 1) - SpecialFunctions.BetaLn(plan.K, n - plan.K + 1.0));
        }

        return power;
    }

    private static double Planned(int members, int nonMembers, double fpr) =>
        members == 0 || nonMembers == 0 ? 1 : TprPlan.Best(members, nonMembers, fpr, Level).PlannedUpper;

    private static int SmallestBelow(int from, double fpr, double limit)
    {
        int low = from;
        int high = Math.Max(16, from);
        do
        {
            high *= 2;
            if (high > Largest)
            {
                return int.MaxValue;
            }
        }
        while (Planned(high, high, fpr) >= limit);

        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (Planned(middle, middle, fpr) >= limit)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }
}
