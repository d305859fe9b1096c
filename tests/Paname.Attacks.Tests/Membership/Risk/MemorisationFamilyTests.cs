using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Membership.Risk;

/// <summary>What is proven of one record may not be of one among many.</summary>
public sealed class MemorisationFamilyTests
{
    [Fact]
    public void Many_records_looked_at_together_need_more_evidence_each()
    {
        RecordVulnerability alone = Assess(1)[0];
        Assert.True(alone.ProvenMemorised);
        // The p-value by scipy: Welch's t with a 0 and a 1 added to either side, against a limit of .25.
        Assert.Equal(.0031812414780258845, alone.AdjustedPValue!.Value, 1e-12);
        Assert.All(Assess(200), record =>
        {
            Assert.Equal(200 * .0031812414780258845, record.AdjustedPValue!.Value, 1e-9);
            Assert.False(record.ProvenMemorised);
        });
    }

    // Sixteen models, eight on either side: probabilities near 0.9 with the record and near 0.1 without it.
    private static IReadOnlyList<RecordVulnerability> Assess(int records)
    {
        double[] one = [2.5, 1.9, 2.2, 2.8, 2.5, 1.9, 2.2, 2.8, -2.5, -1.9, -2.2, -2.8, -2.5, -1.9, -2.2, -2.8];
        bool[] mask = [.. Enumerable.Range(0, 16 * records).Select(i => i / records < 8)];
        double[] signals = [.. Enumerable.Repeat(one, records).SelectMany(row => row)];
        return RecordVulnerabilities.Assess(new ShadowObservations(
            new ShadowSignals(SignalScale.ScaledLogit, records, 1, 1, new double[records]), new ShadowSignals(SignalScale.ScaledLogit, records, 16, 1, signals), new InclusionMask(16, records, mask))).Records;
    }
}
