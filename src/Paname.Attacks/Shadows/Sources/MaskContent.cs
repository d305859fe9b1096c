using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Adds masks to a hash.</summary>
internal static class MaskContent
{
    internal static void Add(ContentHash hash, InclusionMask? mask)
    {
        hash.Add(mask?.Models ?? -1);
        for (int model = 0; model < mask?.Models; model++)
        {
            hash.Add(mask.Records);
            hash.Add(FlagText.Bytes(mask.Of(model)));
        }
    }
}
