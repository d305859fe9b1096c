namespace Paname.Attacks.Membership;

/// <summary>Refuses values that an option does not have.</summary>
internal static class OptionCheck
{
    internal static void Defined<T>(T value, string option)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(option, value, $"{option} is not a value of {typeof(T).Name}.");
        }
    }

    internal static void Within(double value, double low, double high, string option)
    {
        if (!(value >= low && value <= high))
        {
            throw new ArgumentOutOfRangeException(option, value, FormattableString.Invariant($"{option} lies from {low} to {high}."));
        }
    }
}
