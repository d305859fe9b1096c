using System.Numerics;

namespace Paname.Onnx.Inputs;

/// <summary>Converts numbers between types without changing them; only double to float may round.</summary>
internal static class ExactNumber
{
    private const double LongRange = 9223372036854775808.0;

    internal static bool TryConvert<TFrom, TTo>(TFrom value, out TTo converted)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        converted = TTo.CreateSaturating(value);
        if (typeof(TFrom) == typeof(TTo))
        {
            return true;
        }

        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float))
        {
            return TTo.IsFinite(converted);
        }

        // 2^63 saturates to the largest long and back to 2^63, which looks like a round trip.
        return TFrom.CreateSaturating(converted) == value && Math.Abs(double.CreateSaturating(value)) < LongRange;
    }
}
