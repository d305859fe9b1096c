using System.Buffers.Binary;
using System.IO.Hashing;
using MathNet.Numerics.Random;

namespace Paname.Attacks.Membership;

/// <summary>Random numbers that belong to one record: the same whichever records are asked about with it, in whichever order and on however many threads.</summary>
internal static class RecordSeed
{
    internal static int Of(int seed, int record, int use)
    {
        Span<byte> key = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(key, record);
        BinaryPrimitives.WriteInt32LittleEndian(key[4..], use);
        return (int)XxHash32.HashToUInt32(key, seed);
    }

    internal static MersenneTwister Random(int seed) => new(seed, threadSafe: false);

    /// <summary>Fills with independent standard normal numbers.</summary>
    internal static void Normal(Random random, double[] values) => MathNet.Numerics.Distributions.Normal.Samples(random, values, 0, 1);
}
