using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Draws the random parts of a plan: every pair and every seed from a random source of its own, so that longer plans begin as shorter ones.</summary>
internal static class PlanDraw
{
    private const int FewestRecords = 4;

    /// <summary>The number of its unit (group, or the record itself) for each audited record, members first. A group that is on both sides is one unit.</summary>
    internal static int[] Units(MembershipData data)
    {
        IReadOnlyList<string>? groups = data.Members.Groups is { } members && data.NonMembers.Groups is { } nonMembers ? [.. members, .. nonMembers] : null;
        return Units(groups, data.Members.Count + data.NonMembers.Count);
    }

    internal static int[] Units(IReadOnlyList<string>? groups, int records)
    {
        if (groups is null)
        {
            return [.. Enumerable.Range(0, records)];
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. groups.Select(group => numbers.TryGetValue(group, out int number) ? number : numbers[group] = numbers.Count)];
    }

    internal static void RequireHalves(int[] units, string what)
    {
        if (units.Length < FewestRecords)
        {
            throw new PanameDataException(FormattableString.Invariant($"Shadow models are trained on half of the {what} records, and there are {units.Length}: give {FewestRecords} at least."));
        }

        if (units.Max() == 0)
        {
            throw new PanameDataException($"All {what} records are of one group, which cannot be halved for shadow models: give records of several groups.");
        }
    }

    internal static int[] Seeds(int models, int seed)
        => [.. Enumerable.Range(0, models).Select(model => Derived(seed, "shadow model", model) & int.MaxValue)];

    /// <summary>Complementary halves, as equal in records as the sizes of units allow. The last model of an odd number has no partner.</summary>
    internal static InclusionMask Halves(int[] units, int models, int seed)
    {
        var flags = new bool[checked(models * units.Length)];
        int[] sizes = Sizes(units);
        for (int first = 0; first < models; first += 2)
        {
            bool[] half = Half(sizes, new MersenneTwister(Derived(seed, "shadow pair", first / 2), threadSafe: false));
            for (int record = 0; record < units.Length; record++)
            {
                bool inFirst = half[units[record]];
                flags[(first * units.Length) + record] = inFirst;
                if (first + 1 < models)
                {
                    flags[((first + 1) * units.Length) + record] = !inFirst;
                }
            }
        }

        return new InclusionMask(models, units.Length, flags);
    }

    /// <summary>Parts of about the given share; the two of a pair come from the two ends of one order.</summary>
    internal static InclusionMask Parts(int[] units, int models, int seed, double share)
    {
        int wanted = (int)Math.Round(share * units.Length, MidpointRounding.AwayFromZero);
        if (wanted < 2 || wanted > units.Length - 1)
        {
            throw new PanameDataException(FormattableString.Invariant($"A share of {share} of {units.Length} population records is {wanted}: shadow models need 2 at least, and one at least left out."));
        }

        var flags = new bool[checked(models * units.Length)];
        int[] sizes = Sizes(units);
        for (int model = 0; model < models; model++)
        {
            int[] order = Shuffled(sizes.Length, new MersenneTwister(Derived(seed, "shadow pair", model / 2), threadSafe: false));
            if (model % 2 == 1)
            {
                Array.Reverse(order);
            }

            bool[] chosen = Chosen(order, sizes, wanted);
            for (int record = 0; record < units.Length; record++)
            {
                flags[(model * units.Length) + record] = chosen[units[record]];
            }
        }

        return new InclusionMask(models, units.Length, flags);
    }

    /// <summary>Takes units in order as long as that brings the number of records nearer to what is wanted: at least one, never all.</summary>
    private static bool[] Chosen(int[] order, int[] sizes, int wanted)
    {
        var chosen = new bool[sizes.Length];
        int taken = 0;
        for (int i = 0; i < order.Length - 1; i++)
        {
            int size = sizes[order[i]];
            if (taken == 0 || Math.Abs(taken + size - wanted) <= Math.Abs(taken - wanted))
            {
                chosen[order[i]] = true;
                taken += size;
            }
        }

        return chosen;
    }

    /// <summary>Units in random order, large ones first, each to the side with fewer records, by a coin where both have as many.</summary>
    private static bool[] Half(int[] sizes, MersenneTwister random)
    {
        var half = new bool[sizes.Length];
        int difference = 0;
        foreach (int unit in Shuffled(sizes.Length, random).OrderByDescending(unit => sizes[unit]))
        {
            half[unit] = difference == 0 ? random.Next(2) == 0 : difference < 0;
            difference += half[unit] ? sizes[unit] : -sizes[unit];
        }

        return half;
    }

    private static int[] Shuffled(int count, MersenneTwister random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static int[] Sizes(int[] units)
    {
        var sizes = new int[units.Max() + 1];
        Array.ForEach(units, unit => sizes[unit]++);
        return sizes;
    }

    private static int Derived(int seed, string purpose, int number)
    {
        byte[] key = new byte[Encoding.UTF8.GetByteCount(purpose) + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(key, number);
        Encoding.UTF8.GetBytes(purpose, key.AsSpan(sizeof(int)));
        return (int)XxHash32.HashToUInt32(key, seed);
    }
}
