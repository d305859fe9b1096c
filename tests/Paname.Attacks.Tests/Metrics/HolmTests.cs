using Paname.Attacks.Metrics;

namespace Paname.Attacks.Tests.Metrics;

public sealed class HolmTests
{
    [Fact]
    public void Adjust_worked_example_steps_down_and_keeps_order() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Array.ConvertAll(Holm.Adjust([0.01, 0.04, 0.03, 0.005]), static p => Math.Round(p, 12)));

    [Fact]
    public void Adjust_never_falls_and_ends_at_one() =>
        Assert.Equal([1, 1, 0.3], Array.ConvertAll(Holm.Adjust([0.9, 0.6, 0.1]), static p => Math.Round(p, 12)));

    [Fact]
    public void Adjust_one_claim_is_left_alone() => Assert.Equal([0.05], Holm.Adjust([0.05]));

    [Fact]
    public void Adjust_no_claim_and_no_probability()
    {
        Assert.Empty(Holm.Adjust([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([double.NaN]));
    }
}
