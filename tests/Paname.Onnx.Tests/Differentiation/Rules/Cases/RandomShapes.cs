using MathNet.Numerics.Random;

namespace Paname.Onnx.Tests.Differentiation.Rules.Cases;

/// <summary>Shapes drawn from a seed; the first seeds give the shapes that are easily got wrong.</summary>
internal static class RandomShapes
{
    private const int LargestSize = 4;

    internal static int[] One(int seed) => seed switch
    {
        0 => [0, 3],
        1 => [1, 1],
        2 => [],
        _ => Sizes(new MersenneTwister(seed)),
    };

    /// <summary>Shapes that broadcast against each other.</summary>
    internal static int[][] Broadcastable(int seed, int count)
    {
        int[][] edge = seed switch
        {
            0 => [[0, 3], [3]],
            1 => [[2, 3], []],
            2 => [[1, 1], [2, 3]],
            _ => [],
        };
        if (edge.Length > 0)
        {
            return [.. edge, .. Enumerable.Repeat(edge[0], count - 2)];
        }

        var random = new MersenneTwister(seed);
        int[] all = Sizes(random);
        return [.. Enumerable.Range(0, count).Select(_ => all[random.Next(all.Length)..].Select(size => random.Next(3) == 0 ? 1 : size).ToArray())];
    }

    /// <summary>The shape as a model declares it: by seed all known, none known, or known by a symbol that is shared between axes of one size.</summary>
    internal static int[] Declared(int seed, int input, int[] shape) => (seed % 3) switch
    {
        0 => shape,
        1 => [.. shape.Select((_, axis) => -(10 + (10 * input) + axis))],
        _ => [.. shape.Select(size => size == 1 ? 1 : -(10 + size))],
    };

    private static int[] Sizes(MersenneTwister random)
        => [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => 1 + random.Next(LargestSize))];
}
