namespace Paname.Bench.Audit;

/// <summary>Made-up images of Fashion-MNIST's size: seeded noise, with labels drawn at random.</summary>
internal sealed record ImageRecords(float[] Members, int[] MemberLabels, float[] NonMembers, int[] NonMemberLabels)
{
    internal const int PerSide = 50_000;

    internal static readonly int[] Shape = [1, 28, 28];

    private const int Width = 28 * 28;
    private const int Classes = 10;

    internal static ImageRecords Make()
    {
        var random = new Random(20_171);
        return new(Pixels(random), Labels(random), Pixels(random), Labels(random));
    }

    private static float[] Pixels(Random random)
    {
        var bytes = new byte[Width];
        var pixels = new float[PerSide * Width];
        for (int record = 0; record < PerSide; record++)
        {
            random.NextBytes(bytes);
            for (int i = 0; i < Width; i++)
            {
                pixels[(record * Width) + i] = bytes[i] / 255f;
            }
        }

        return pixels;
    }

    private static int[] Labels(Random random)
    {
        var labels = new int[PerSide];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = random.Next(Classes);
        }

        return labels;
    }
}
