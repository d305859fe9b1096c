using System.Globalization;

namespace Paname.Attacks.Metrics;

/// <summary>Minimum sizes, power and planning of AUC verdicts.</summary>
internal static class AucSampleSize
{
    private const int ToCompute = 20;
    private const int ForVerdict = 50;
    private const int ForHardVerdict = 200;

    internal static SampleSizeRefusal? Refusal(int members, int nonMembers, double limit, bool twoValued)
    {
        int smaller = Math.Min(members, nonMembers);
        bool hard = twoValued || limit >= 0.9;
        int minimum = hard ? ForHardVerdict : ForVerdict;
        int required = Math.Max(minimum, PowerMinimum(limit));
        string sizes = string.Create(CultureInfo.InvariantCulture, $"{members} members and {nonMembers} non-members");
        if (smaller < ToCompute)
        {
            return new(SampleSizeRefusalKind.TooFewToCompute, required, string.Create(
                CultureInfo.InvariantCulture, $"{sizes} are too few for AUC bounds, which need {ToCompute} of each, and {Needed(required)} for a verdict"));
        }

        if (smaller < minimum)
        {
            string why = !hard ? string.Empty : twoValued ? " with two-valued scores" : " on a limit of 0.9 or more";
            return new(SampleSizeRefusalKind.TooFewForVerdict, required, string.Create(
                CultureInfo.InvariantCulture, $"{sizes} are too few for a verdict on the AUC{why}, which needs {Needed(required)} of each"));
        }

        double quantile = Quantiles.NormalUpper(0.05);
        if (quantile * Math.Sqrt(DeLong.NullVariance(members, nonMembers, 0)) <= limit - 0.5)
        {
            return null;
        }

        string reason = required == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"guessing has an AUC of 0.5, so no number of records can show that the AUC is below {limit}")
            : string.Create(CultureInfo.InvariantCulture, $"with {sizes} even a model without any leak would show an AUC below {limit} in less than half of the audits; {required} of each are needed");
        return new(SampleSizeRefusalKind.LowPower, required, reason);
    }

    internal static int RequiredPerSide(double limit, double trueAuc, double power, double level)
    {
        int low = 1;
        int high = 2;
        while (Power(high, high, limit, trueAuc, level) < power)
        {
            if (high > int.MaxValue / 4)
            {
                return int.MaxValue;
            }

            low = high;
            high *= 2;
        }

        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (Power(middle, middle, limit, trueAuc, level) < power)
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

    // A pass is measured from the true AUC alone; a detection tests the limit, so its first part is the spread at the limit.
    internal static double Power(int members, int nonMembers, double limit, double trueAuc, double level)
    {
        double spread = Math.Sqrt(Variance(members, nonMembers, trueAuc));
        double tested = trueAuc < limit ? spread : Math.Sqrt(Variance(members, nonMembers, limit));
        return Quantiles.NormalCdf((Math.Abs(limit - trueAuc) - (Quantiles.NormalUpper(level) * tested)) / spread);
    }

    internal static void CheckPlan(double limit, double trueAuc, double level)
    {
        MetricArguments.CheckInside(limit, 0, 1);
        MetricArguments.CheckInside(trueAuc, 0, 1);
        MetricArguments.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfEqual(trueAuc, limit);
    }

    private static string Needed(int required) => required == int.MaxValue ? "more than there can be" : required.ToString(CultureInfo.InvariantCulture);

    private static int PowerMinimum(double limit)
    {
        double ratio = Quantiles.NormalUpper(0.05) / (limit - 0.5);
        if (limit <= 0.5 || ratio * ratio > 1e9)
        {
            return int.MaxValue;
        }

        // Smallest n with ratio^2 (2n + 1) / 12 <= n^2, moved onto the exact condition where rounding strays.
        double c = ratio * ratio / 12;
        int n = Math.Max(1, (int)Math.Ceiling(c + Math.Sqrt((c * c) + c)) - 1);
        while (ratio * Math.Sqrt(DeLong.NullVariance(n, n, 0)) > 1)
        {
            n++;
        }

        return n;
    }

    // Hanley and McNeil, "The meaning and use of the area under a ROC curve", 1982.
    private static double Variance(int members, int nonMembers, double auc)
    {
        double square = auc * auc;
        double q1 = (auc / (2 - auc)) - square;
        double q2 = (2 * square / (1 + auc)) - square;
        return ((auc * (1 - auc)) + ((members - 1.0) * q1) + ((nonMembers - 1.0) * q2)) / ((double)members * nonMembers);
    }
}
