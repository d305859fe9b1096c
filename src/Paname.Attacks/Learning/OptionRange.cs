using System.Runtime.CompilerServices;

namespace Paname.Attacks.Learning;

/// <summary>Checks of options, which name the option in the error.</summary>
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
        => value > bound && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(option, value, FormattableString.Invariant($"{option} must be above {bound} and at most {most}."));

    /// <summary>A finite number from a bound up to another.</summary>
    internal static double From(double value, double least, double most = double.MaxValue, [CallerMemberName] string option = "")
        => value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(option, value, FormattableString.Invariant($"{option} must lie from {least} to {most}."));
}
