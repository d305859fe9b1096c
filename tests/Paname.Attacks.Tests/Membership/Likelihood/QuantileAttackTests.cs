using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>Attack-R and Attack-P: where a loss lies among others.</summary>
public sealed class QuantileAttackTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2.5, .375)]
    [InlineData(5, 1)]
    [InlineData(7, 2)]
    [InlineData(-1, -1)]
    public void Position_inverts_linear_quantiles_and_goes_on_beyond(double value, double expected)
        => Assert.Equal(expected, EmpiricalPosition.Of(value, [5, 1, 3, 2, 4], 2), 1e-12);

    [Fact]
    public void Equals_share_the_middle_of_their_ranks()
    {
        Assert.Equal(.5, EmpiricalPosition.Of(2, [1, 2, 2, 2, 3], 1), 1e-12);
        Assert.Equal(1.5 / 4, EmpiricalPosition.Of(2, [1, 2, 2, 3, 4], 1), 1e-12);
        Assert.Equal(.5, EmpiricalPosition.Of(2, [2], 1));
        Assert.Equal(.5, EmpiricalPosition.Of(2, [2, 2, 2], 1));
        Assert.Equal(1.25, EmpiricalPosition.Of(3, [2], 4));
    }

    [Fact]
    public void Attack_r_is_the_share_of_other_models_with_a_higher_loss()
    {
        // Out 0, 1, 2, 3, in 9: the target's 1.5 lies in the middle; pooled variance 5/3.
        ShadowFixture fixture = ShadowFixture.Of(
            [1.5, 4], [0, 0, 1, 1, 2, 2, 3, 3, 9, 9], [0, 0, 0, 0, 0, 0, 0, 0, 1, 1], [1, 0]);
        Numbers.Close([.5, 1 + (1 / Math.Sqrt(5.0 / 3))], fixture.Score(ShadowAttacks.AttackR), 1e-12);
        Assert.Equal(["at least 4 shadow models trained without each record"], ShadowAttacks.AttackR.Score(fixture.Observations, new AttackRun(1)).Notes);
    }

    [Fact]
    public void Attack_r_with_one_model_without_the_record_still_ranks()
    {
        ShadowFixture fixture = ShadowFixture.Of([1, 2, 3], [2, 2, 2], [0, 0, 0], [1, 0, 1]);
        Assert.Equal([-1, .5, 2], fixture.Score(ShadowAttacks.AttackR));
    }

    [Fact]
    public void Attack_p_counts_population_records_with_at_most_the_loss()
    {
        // Signals are higher for lower losses: of 4 population records 2 have at most the loss of a record at 2.
        Assert.Equal([3.0 / 5, 1, 1.0 / 5], AttackP.PValues([2, 0, 5], [1, 2, 4, .5]));
        var population = new PopulationSignals(
            new ShadowSignals(SignalScale.Residual, 2, 1, 2, new double[] { -1, 3, .5, .5 }), new ShadowSignals(SignalScale.Residual, 2, 1, 2, new double[] { 0, 0, 0, 0 }));
        ShadowFixture fixture = ShadowFixture.Of([0, 1, -2, 2], [0, 0, 0, 0], [0, 0], [1, 0], views: 2, scale: SignalScale.Residual, population: population);
        Assert.Equal([2.0 / 3, 1], AttackP.PValues(fixture.Shadows));
    }

    [Fact]
    public void Attack_p_and_dominated_shares_ask_for_a_population()
    {
        ShadowFixture fixture = SimulatedShadows.Draw(1);
        Assert.Contains("give a population", Assert.Throws<PanameDataException>(() => AttackP.PValues(fixture.Shadows)).Message, StringComparison.Ordinal);
        Assert.Contains("give a population", Assert.Throws<PanameDataException>(() => Rmia.Dominated(fixture.Shadows)).Message, StringComparison.Ordinal);
        Assert.Throws<PanameDataException>(() => AttackP.PValues([1], []));
        Assert.Throws<PanameDataException>(() => AttackP.PValues([double.NaN], [1]));
        Assert.Throws<PanameDataException>(() => Rmia.Dominated([1], [], 1));
        Assert.Throws<PanameDataException>(() => Rmia.Dominated([1], [double.NaN], 1));
    }
}
