using System.Runtime.CompilerServices;

namespace Paname.Attacks;

/// <summary>Refuses options outside their documented range, by name.</summary>
internal static class OptionRange
{
    internal static int Within(int value, int least, int most = int.MaxValue, [CallerMemberName] string option = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, option);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, option);
        return value;
    }

    /// <summary>A finite number above a bound, up to another.</summary>
    internal static double Above(double value, double bound, double most = double.MaxValue, [CallerMemberName] string option = "")
    {
        Require(value > bound && value <= most, option, most < double.MaxValue ? Text($"is above {bound} and at most {most}") : Text($"is a finite number above {bound}"));
        return value;
    }

    /// <summary>A finite number from a bound up to another.</summary>
    internal static double From(double value, double least, double most = double.MaxValue, [CallerMemberName] string option = "")
    {
        Require(value >= least && value <= most, option, most < double.MaxValue ? Text($"is {least} to {most}") : Text($"is a finite number, {least} or more"));
        return value;
    }

    /// <summary>One of the named values.</summary>
    internal static T Defined<T>(T value, [CallerMemberName] string option = "")
        where T : struct, Enum
    {
        Require(Enum.IsDefined(value), option, $"is one of {string.Join(", ", Enum.GetNames<T>())}");
        return value;
    }

    /// <param name="inRange">Whether the option may be so.</param>
    /// <param name="option">Its name.</param>
    /// <param name="range">What it may be, as the rest of a sentence without its full stop.</param>
    internal static void Require(bool inRange, string option, string range)
    {
        if (!inRange)
        {
            throw new ArgumentOutOfRangeException(option, $"{option} {range}.");
        }
    }

    private static string Text(FormattableString range) => FormattableString.Invariant(range);
}
