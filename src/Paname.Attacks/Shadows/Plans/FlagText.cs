namespace Paname.Attacks.Shadows;

/// <summary>Flags as bits in base64, the first in the lowest bit of the first byte.</summary>
internal static class FlagText
{
    internal static string Write(ReadOnlySpan<bool> flags) => Convert.ToBase64String(Bytes(flags));

    internal static byte[] Bytes(ReadOnlySpan<bool> flags)
    {
        byte[] bytes = new byte[(flags.Length + 7) / 8];
        for (int i = 0; i < flags.Length; i++)
        {
            bytes[i / 8] |= (byte)(flags[i] ? 1 << (i % 8) : 0);
        }

        return bytes;
    }

    /// <summary>Whether a text is as long as so many flags are.</summary>
    internal static bool Fits(string text, int flags) => text.Length == ((((long)flags + 7) / 8) + 2) / 3 * 4;

    /// <summary>False unless the text holds exactly as many flags, and zeros after them.</summary>
    internal static bool TryRead(string text, Span<bool> flags)
    {
        byte[] bytes = new byte[((text.Length / 4) * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out int length) || length != (flags.Length + 7) / 8)
        {
            return false;
        }

        for (int bit = 0; bit < length * 8; bit++)
        {
            bool set = (bytes[bit / 8] & (1 << (bit % 8))) != 0;
            if (bit < flags.Length)
            {
                flags[bit] = set;
            }
            else if (set)
            {
                return false;
            }
        }

        return true;
    }
}
