using MathNet.Numerics;

namespace Paname.Attacks.Data.Hygiene;

/// <summary>Pearson's chi-square test that two sides have the same class shares. Classes with an expected count below 5 are pooled (Cochran 1954,
/// "Some methods for strengthening the common chi-square tests").</summary>
internal static class ClassBalanceTest
{
    private const double LeastExpected = 5;

    internal static double PValue(IReadOnlyList<(int Members, int NonMembers)> counts, int members, int nonMembers)
    {
        double total = (double)members + nonMembers;
        double smaller = Math.Min(members, nonMembers) / total;
        var cells = new List<(double Members, double NonMembers)>();
        (double Members, double NonMembers) rest = (0, 0);
        foreach ((int m, int n) in counts)
        {
            if ((m + n) * smaller >= LeastExpected)
            {
                cells.Add((m, n));
            }
            else
            {
                rest = (rest.Members + m, rest.NonMembers + n);
            }
        }

        if (rest.Members + rest.NonMembers > 0)
        {
            cells.Add(rest);
        }

        double statistic = 0;
        foreach ((double m, double n) in cells)
        {
            double expectedMembers = (m + n) * members / total;
            double expectedNonMembers = (m + n) * nonMembers / total;
            statistic += (Square(m - expectedMembers) / expectedMembers) + (Square(n - expectedNonMembers) / expectedNonMembers);
        }

        return cells.Count < 2 ? 1 : SpecialFunctions.GammaUpperRegularized((cells.Count - 1) / 2.0, statistic / 2);
    }

    private static double Square(double value) => value * value;
}
