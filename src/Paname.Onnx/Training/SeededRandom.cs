using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using MathNet.Numerics.Random;

namespace Paname.Onnx.Training;

/// <summary>A random source for each purpose and step of a training run, so that a resumed run and a run on other threads draw the same numbers.</summary>
internal static class SeededRandom
{
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What is drawn, such as "shuffle"; independent of other purposes.</param>
    /// <param name="step">The epoch or step it is drawn for.</param>
    internal static Xoshiro256StarStar For(int seed, string purpose, long step = 0)
    {
        byte[] key = new byte[Encoding.UTF8.GetByteCount(purpose) + sizeof(int) + sizeof(long)];
        BinaryPrimitives.WriteInt32LittleEndian(key, seed);
        BinaryPrimitives.WriteInt64LittleEndian(key.AsSpan(sizeof(int)), step);
        Encoding.UTF8.GetBytes(purpose, key.AsSpan(sizeof(int) + sizeof(long)));
        return new Xoshiro256StarStar(unchecked((int)XxHash3.HashToUInt64(key)), threadSafe: false);
    }
}
