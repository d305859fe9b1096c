namespace Paname.Attacks.Membership;

/// <summary>Refuses options of query attacks outside their documented range, by name.</summary>
internal static class OptionRange
{
    internal static void Require(bool inRange, string option, string range)
    {
        if (!inRange)
        {
            throw new ArgumentOutOfRangeException(option, $"{option} {range}.");
        }
    }
}
