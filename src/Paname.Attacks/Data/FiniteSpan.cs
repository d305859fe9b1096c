using System.Numerics;

namespace Paname.Attacks.Data;

/// <summary>Finds the first NaN or infinity of a span.</summary>
internal static class FiniteSpan
{
    internal static int IndexOfNonFinite<T>(this ReadOnlySpan<T> values)
        where T : struct, IFloatingPoint<T>
    {
        // A sum is finite only if every term is; overflow of finite terms falls through to the exact scan.
        for (int start = 0; start < values.Length; start += 1024)
        {
            ReadOnlySpan<T> block = values[start..Math.Min(start + 1024, values.Length)];
            if (T.IsFinite(System.Numerics.Tensors.TensorPrimitives.Sum(block)))
            {
                continue;
            }

            for (int i = 0; i < block.Length; i++)
            {
                if (!T.IsFinite(block[i]))
                {
                    return start + i;
                }
            }
        }

        return -1;
    }
}
