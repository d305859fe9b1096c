using Paname.Attacks.Data;

namespace Paname.Attacks.Membership;

/// <summary>Gaussian noise in units of each feature's standard deviation; features of 0 and 1 may flip instead.</summary>
internal sealed class NoiseTransform(double level, double? binaryFlip) : IRecordTransform
{
    public string Name => FormattableString.Invariant($"noise of {level} standard deviations");

    public string? Unavailable(Records records) => FeatureMatrix.Unavailable(records);

    public Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds)
    {
        FeatureMatrix matrix = FeatureMatrix.Of(records);
        int width = matrix.Width;
        double[] rows = matrix.Values.ToArray();
        var noise = new double[width];
        for (int i = 0; i < seeds.Length; i++)
        {
            Random random = RecordSeed.Random(seeds[i]);
            RecordSeed.Normal(random, noise);
            for (int j = 0; j < width; j++)
            {
                ref double value = ref rows[(i * width) + j];
                if (binaryFlip is { } probability && spread.IsBinary[j])
                {
                    value = random.NextDouble() < probability ? 1 - value : value;
                }
                else
                {
                    value += level * spread.StandardDeviation[j] * noise[j];
                }
            }
        }

        return matrix.ToRecords(rows);
    }
}
