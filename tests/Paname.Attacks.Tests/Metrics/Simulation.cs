using System.Globalization;
using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>Runs a seeded simulation of error rates.</summary>
internal static class Simulation
{
    internal static int Replicates { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 1000;

    /// <summary>A rate plus three Monte-Carlo standard errors.</summary>
    internal static double Allowed(double rate) => rate + (3 * Math.Sqrt(rate * (1 - rate) / Replicates));

    /// <summary>The shares of replicates in which either side errs; the seed follows from the name alone.</summary>
    internal static (double First, double Second) Rates(
        FormattableString name, Func<Random, BoundedEstimate> draw, Func<BoundedEstimate, bool> first, Func<BoundedEstimate, bool> second)
    {
        Random random = new((int)(uint)GroupDraw.Hash(FormattableString.Invariant(name)));
        int firstErrors = 0;
        int secondErrors = 0;
        for (int i = 0; i < Replicates; i++)
        {
            BoundedEstimate estimate = draw(random);
            firstErrors += first(estimate) ? 1 : 0;
            secondErrors += second(estimate) ? 1 : 0;
        }

        return ((double)firstErrors / Replicates, (double)secondErrors / Replicates);
    }
}
