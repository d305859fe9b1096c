using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Membership.Controls;

/// <summary>The signals of canaries lie on either side of all others.</summary>
public sealed class CanarySignalTests
{
    private const int Records = 60;

    [Fact]
    public void Scaled_logits_lie_above_all_others_or_at_the_lowest()
    {
        // Signals from 10 to 20, with a standard deviation of about 3.
        (double[] known, double[] unknown) = Planted(SignalScale.ScaledLogit, i => 10 + (i * 37 % 101 / 10.0));
        Assert.All(known, value => Assert.InRange(value, 20, 26));
        Assert.All(unknown, value => Assert.InRange(value, 7, 13));
    }

    [Fact]
    public void Residuals_are_next_to_0_or_as_large_as_the_largest()
    {
        (double[] known, double[] unknown) = Planted(SignalScale.Residual, i => (i * 37 % 101 / 10.0) - 8);
        Assert.All(known, value => Assert.InRange(value, -.05, .05));
        Assert.All(unknown, value => Assert.InRange(value, 5, 11));
    }

    // Every record is a canary; the first half of them is known to the model.
    private static (double[] Known, double[] Unknown) Planted(SignalScale scale, Func<int, double> signal)
    {
        double[] values = [.. Enumerable.Range(0, 2 * Records).Select(signal)];
        var target = new ShadowSignals(scale, Records, 1, 1, values.AsMemory(0, Records));
        var shadows = new ShadowSignals(scale, Records, 2, 1, values);
        var source = new ShadowObservations(target, shadows, new InclusionMask(2, Records, new bool[2 * Records]));
        bool[] canaries = [.. Enumerable.Repeat(true, Records)];
        double[] planted = CanarySignals.For(source).Plant(target, canaries, (record, _) => record < Records / 2, new Random(1)).Values.ToArray();
        return (planted[..(Records / 2)], planted[(Records / 2)..]);
    }
}
