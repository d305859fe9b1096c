using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>Signals of any size either are refused or give scores that are numbers.</summary>
public sealed class SignalRangeTests
{
    private static readonly IMembershipAttack[] Attacks =
    [
        ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Online }),
        ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Offline, Centre = ShadowCentre.Mean }),
        ShadowAttacks.Lira(new LiraOptions { Variance = LiraVariance.PerRecord }),
        ShadowAttacks.CalibratedLoss(new CalibrationOptions { References = CalibrationReferences.Both, Signal = CalibrationSignal.Signal }),
        ShadowAttacks.AttackR,
        ShadowAttacks.Rmia(),
        ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Offline, OfflineA = .5 }),
    ];

    [Theory]
    [InlineData(SignalScale.ScaledLogit, 1e100)]
    [InlineData(SignalScale.ScaledLogit, 103.6)]
    [InlineData(SignalScale.ScaledLogit, 1e-310)]
    [InlineData(SignalScale.Residual, 1e100)]
    [InlineData(SignalScale.Score, 1e100)]
    public void The_largest_and_smallest_signals_give_numbers(SignalScale scale, double size)
    {
        foreach (bool agree in new[] { false, true })
        {
            ShadowFixture fixture = Alternating(scale, size, agree);
            foreach (IMembershipAttack attack in Attacks.Where(attack => attack.NotApplicable(fixture.AttackerView) is null))
            {
                Assert.DoesNotContain(fixture.Score(attack), double.IsNaN);
            }

            Assert.All(RecordVulnerabilities.Assess(fixture.Shadows).Records, record => Assert.False(double.IsNaN(record.Separation!.Value.Value)));
        }
    }

    [Fact]
    public void Signals_whose_squares_are_no_numbers_are_refused()
    {
        double[] values = [1, 2, 3, 1.5e101];
        string message = Assert.Throws<PanameDataException>(() => new ShadowSignals(SignalScale.Score, 2, 2, 1, values)).Message;
        Assert.StartsWith("The signal of record 2, model 2 is above 1e100 in size", message, StringComparison.Ordinal);
        Assert.DoesNotContain("1.5", message, StringComparison.Ordinal);
        values[3] = 1e100;
        Assert.Equal(2, new ShadowSignals(SignalScale.Score, 2, 2, 1, values).Records);
    }

    // The sign of a shadow model's signal follows record and model, or all agree and only the target differs.
    private static ShadowFixture Alternating(SignalScale scale, double size, bool agree)
    {
        const int Records = 40;
        const int Models = 8;
        double[] target = [.. Enumerable.Range(0, Records).Select(i => i % 2 == 0 ? size : -size)];
        double[] shadows = [.. Enumerable.Range(0, Models * Records).Select(i => agree || (i * 7919 / 13 % 2) == 0 ? size : -size)];
        double[] trainedOn = [.. Enumerable.Range(0, Models * Records).Select(i => (double)((i / Records + i) % 2))];
        return ShadowFixture.Of(target, shadows, trainedOn, [.. Enumerable.Range(0, Records).Select(i => (double)(i % 2))], scale: scale);
    }
}
