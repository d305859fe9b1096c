using System.Runtime.CompilerServices;

namespace Paname.Attacks.Metrics;

/// <summary>The ranges that all metrics ask of their arguments.</summary>
internal static class MetricArguments
{
    /// <summary>A one-sided level lies in (0, 0.5]: above one half a "bound" would lie on the wrong side of the estimate.</summary>
    internal static void CheckLevel(double level, [CallerArgumentExpression(nameof(level))] string? name = null)
    {
        if (!(level > 0 && level <= 0.5))
        {
            throw new ArgumentOutOfRangeException(name, level, "The level of a one-sided bound lies above 0 and at most 0.5.");
        }
    }

    internal static void CheckInside(double value, double above, double below, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > above && value < below))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"The value lies between {above} and {below}, both excluded."));
        }
    }

    internal static void CheckLimit(double limit, [CallerArgumentExpression(nameof(limit))] string? name = null)
    {
        if (!(limit > 0 && limit <= 1))
        {
            throw new ArgumentOutOfRangeException(name, limit, "A limit lies above 0 and at most 1.");
        }
    }

    internal static void CheckFraction(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "The value lies from 0 to 1.");
        }
    }

    internal static void CheckCounts(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
