using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

public sealed class InclusionMaskTests
{
    // More models than a byte counts; records that fill vectors and some beyond.
    [Theory]
    [InlineData(3, 5)]
    [InlineData(255, 64)]
    [InlineData(600, 131)]
    public void Counts_models_by_record(int models, int records)
    {
        bool[] flags = [.. Enumerable.Range(0, models * records).Select(i => i % records == 0 || i % 7 < i % records % 5)];
        int[] counts = new InclusionMask(models, records, flags).CountIn();
        Assert.Equal(models, counts[0]);
        Assert.Equal(Enumerable.Range(0, records).Select(record => Enumerable.Range(0, models).Count(model => flags[(model * records) + record])), counts);
    }
}
