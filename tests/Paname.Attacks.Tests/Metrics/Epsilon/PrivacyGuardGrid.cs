using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

/// <summary>The search of PrivacyGuard's one-run f-DP node: the first noise of a grid that is refuted. Only to compare with it.</summary>
internal static class PrivacyGuardGrid
{
    private const int Steps = 1000;

    internal static (int Step, double Epsilon) Epsilon(int records, int guesses, int correct, double delta, double level)
    {
        // When nothing is refuted it takes the last noise of the grid: the floor.
        int step = 0;
        while (step < Steps && !OneRunFdp.IsRefuted(records, guesses, correct, 1 / Noise(step), level))
        {
            step++;
        }

        return (step, GaussianDp.Epsilon(1 / Noise(Math.Min(step, Steps - 1)), delta));
    }

    private static double Noise(int step) => 0.001 + (0.01 * step);
}
