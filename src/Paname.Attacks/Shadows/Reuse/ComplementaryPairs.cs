namespace Paname.Attacks.Shadows.Reuse;

/// <summary>Finds for each shadow model the one that was trained on exactly the other audited records.</summary>
internal static class ComplementaryPairs
{
    /// <summary>The complement of each model, by index; -1 for a model that has none left to it.</summary>
    internal static int[] Find(InclusionMask mask)
    {
        int[] complements = new int[mask.Models];
        Array.Fill(complements, -1);
        for (int a = 0; a < complements.Length; a++)
        {
            for (int b = a + 1; b < complements.Length && complements[a] < 0; b++)
            {
                // The first record on which two models agree ends the comparison: of unrelated models half agree on it.
                if (complements[b] < 0 && AreComplements(mask.Of(a), mask.Of(b)))
                {
                    complements[a] = b;
                    complements[b] = a;
                }
            }
        }

        return complements;
    }

    private static bool AreComplements(ReadOnlySpan<bool> first, ReadOnlySpan<bool> second)
    {
        for (int r = 0; r < first.Length; r++)
        {
            if (first[r] == second[r])
            {
                return false;
            }
        }

        return true;
    }
}
