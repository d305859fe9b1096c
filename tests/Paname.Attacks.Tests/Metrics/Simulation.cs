using System.Globalization;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Runs a seeded simulation of error rates.</summary>
internal static class Simulation
{
    private static readonly int? Given =
        int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;

    /// <summary>Replicates at a number of records per side: as given, else 1,000, fewer from 1,000 records on, never below 200.</summary>
    internal static int Replicates(int records) => Given ?? Math.Clamp(1_000_000 / records, 200, 1000);

    /// <summary>A rate plus three Monte-Carlo standard errors.</summary>
    internal static double Allowed(double rate, int records) => rate + (3 * Math.Sqrt(rate * (1 - rate) / Replicates(records)));

    /// <summary>The shares of replicates in which either side errs; the seed follows from the name alone.</summary>
    internal static (double First, double Second) Rates(
        FormattableString name, int records, Func<Random, BoundedEstimate> draw, Func<BoundedEstimate, bool> first, Func<BoundedEstimate, bool> second)
    {
        Random random = new((int)(uint)GroupDraw.Hash(FormattableString.Invariant(name)));
        int firstErrors = 0;
        int secondErrors = 0;
        int replicates = Replicates(records);
        for (int i = 0; i < replicates; i++)
        {
            BoundedEstimate estimate = draw(random);
            firstErrors += first(estimate) ? 1 : 0;
            secondErrors += second(estimate) ? 1 : 0;
        }

        return ((double)firstErrors / replicates, (double)secondErrors / replicates);
    }
}
