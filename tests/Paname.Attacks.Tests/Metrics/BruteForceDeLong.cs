namespace Paname.Attacks.Tests.Metrics;

/// <summary>AUC and DeLong variance from the definition, over all pairs; groups as Obuchowski wrote them.</summary>
internal static class BruteForceDeLong
{
    internal static (double Auc, double Variance) Compute(double[] members, double[] nonMembers)
    {
        (double[] v10, double[] v01) = Placements(members, nonMembers);
        return (v10.Average(), (Variance(v10) / v10.Length) + (Variance(v01) / v01.Length));
    }

    internal static double PairedVariance(double[] members, double[] nonMembers, double[] otherMembers, double[] otherNonMembers)
    {
        (double[] a10, double[] a01) = Placements(members, nonMembers);
        (double[] b10, double[] b01) = Placements(otherMembers, otherNonMembers);
        return (Variance([.. a10.Zip(b10, static (a, b) => a - b)]) / a10.Length) + (Variance([.. a01.Zip(b01, static (a, b) => a - b)]) / a01.Length);
    }

    internal static double ClusteredVariance(double[] members, double[] nonMembers, string[] memberGroups, string[] nonMemberGroups)
    {
        (double[] v10, double[] v01) = Placements(members, nonMembers);
        double auc = v10.Average();
        string[] groups = [.. memberGroups.Union(nonMemberGroups)];
        double s10 = 0;
        double s01 = 0;
        double s11 = 0;
        foreach (string group in groups)
        {
            double a = v10.Where((_, i) => memberGroups[i] == group).Sum(v => v - auc);
            double b = v01.Where((_, i) => nonMemberGroups[i] == group).Sum(v => v - auc);
            s10 += a * a;
            s01 += b * b;
            s11 += a * b;
        }

        double i10 = memberGroups.Distinct().Count();
        double i01 = nonMemberGroups.Distinct().Count();
        double m = members.Length;
        double n = nonMembers.Length;
        s10 *= i10 / ((i10 - 1) * m);
        s01 *= i01 / ((i01 - 1) * n);
        s11 *= groups.Length / (groups.Length - 1.0);
        return (s10 / m) + (s01 / n) + (2 * s11 / (m * n));
    }

    private static (double[] V10, double[] V01) Placements(double[] members, double[] nonMembers) => (
        [.. members.Select(x => nonMembers.Average(y => Wins(x, y)))],
        [.. nonMembers.Select(y => members.Average(x => Wins(x, y)))]);

    private static double Wins(double x, double y) => x > y ? 1 : x == y ? 0.5 : 0;

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
