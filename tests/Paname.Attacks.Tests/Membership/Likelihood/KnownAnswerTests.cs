using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>Answers small enough to work out by hand.</summary>
public sealed class KnownAnswerTests
{
    [Fact]
    public void Lira_online_is_the_log_ratio_of_two_gaussians()
    {
        // in 2, 3, 4 and out -1, 0, 1, both of variance 2/3: (2.5² - .5²) / 2 / (2/3) = 4.5.
        ShadowFixture fixture = TwoAlike([2, 3, 4], [-1, 0, 1], 2.5);
        double[] scores = fixture.Score(ShadowAttacks.Lira(new() { Variance = LiraVariance.PerRecord }));
        Assert.Equal(4.5, scores[0], 12);
        Assert.Equal(4.5, scores[1], 12);
    }

    [Fact]
    public void Lira_offline_is_the_one_sided_z_and_its_p_value()
    {
        ShadowFixture fixture = TwoAlike([2, 3, 4], [-1, 0, 1], 2.5);
        double z = fixture.Score(ShadowAttacks.Lira(new() { Form = ShadowForm.Offline, Variance = LiraVariance.PerRecord }))[0];
        Assert.Equal(2.5 / Math.Sqrt(2d / 3), z, 12);
        Assert.Equal(.9989001765, Math.Exp(GaussianTail.LogLower(z)), 10);
        Assert.Equal(-.0011004288, GaussianTail.LogLower(z), 10);
    }

    [Fact]
    public void Pooled_variance_is_over_the_sum_of_models_less_one()
    {
        // TF Privacy's answer for these lists is 34 = 204 / 6, with no degree of freedom taken for the three centres: 204 / 3 = 68.
        var moments = new SideMoments(4, 1);
        new[] { 2, 2, 2, 0 }.CopyTo(moments.Counts, 0);
        new[] { 2d, 2, 200, 0 }.CopyTo(moments.SquaresAboutCentre, 0);
        Assert.Equal(68, SideSpread.PooledVariance(moments, 1, 0), 12);
        Assert.Equal(34, moments.SquaresAboutCentre.Sum() / moments.Counts.Sum(), 12);
    }

    [Fact]
    public void Moments_of_ragged_lists()
    {
        // in -1, 1 | 0, 2 | 0, 20 | none; out = -in.
        ShadowFixture fixture = Ragged();
        ShadowMoments moments = ShadowMoments.Of(fixture.Shadows.Shadows, fixture.Shadows.Inclusion, ShadowCentre.Mean, inside: true, new AttackRun(1));
        Assert.Equal([2, 2, 2, 0], moments.Inside.Counts);
        Assert.Equal([0, 1, 10, 0], moments.Inside.Centres);
        Assert.Equal([2, 2, 200, 0], moments.Inside.SquaresAboutMean);
        Assert.Equal([0, -1, -10, 7], moments.Outside.Centres);
        Assert.Equal(68, SideSpread.PooledVariance(moments.Inside, 1, 0), 12);
    }

    [Fact]
    public void Lira_averages_the_log_ratio_over_views()
    {
        double[] member = [1, 0];
        double[] trainedOn = [1, 1, 1, 1, 0, 0, 0, 0];
        double[] first = [-1, 0, 1, 20, 3, 4, 6, 9];
        double[] second = [2, 5, 4, 9, -3, -4, 0, 1];
        double[] both = [.. first.Zip(second).SelectMany(pair => new[] { pair.First, pair.Second })];
        IMembershipAttack attack = ShadowAttacks.Lira(new() { Variance = LiraVariance.PerRecord });
        double[] one = ShadowFixture.Of([1, 0], first, trainedOn, member).Score(attack);
        double[] two = ShadowFixture.Of([2, 3], second, trainedOn, member).Score(attack);
        double[] views = ShadowFixture.Of([1, 2, 0, 3], both, trainedOn, member, views: 2).Score(attack);
        Numbers.Close([(one[0] + two[0]) / 2, (one[1] + two[1]) / 2], views, 1e-13);
    }

    [Theory]
    [InlineData(ShadowCentre.Median, CalibrationReferences.In, new double[] { 0, 9, 0 })]
    [InlineData(ShadowCentre.Median, CalibrationReferences.Out, new double[] { -10, -1, -10 })]
    [InlineData(ShadowCentre.Median, CalibrationReferences.Both, new double[] { -5, 4, -5 })]
    [InlineData(ShadowCentre.Mean, CalibrationReferences.In, new double[] { 0, 28.0 / 3, 1.0 / 6 })]
    [InlineData(ShadowCentre.Mean, CalibrationReferences.Both, new double[] { -5, 4, -5 })]
    public void Calibration_averages_views_then_models(ShadowCentre centre, CalibrationReferences references, double[] expected)
    {
        // TF Privacy's case: target [[-.1, .1, 0], [0, 0, 27], [0, 0, 0]], in [[1, 2, -3]] | [[-2, 4, 6], [0, 0, 0], [5, -7, -9]] | none, out = 10 - in. Each list is repeated to
        // three models, which changes no centre; for the empty one TF Privacy takes the mean of the other records' centres, which is given here.
        double other = centre == ShadowCentre.Median ? 0 : -1.0 / 6;
        double[][] inside = [[1, 2, -3, -2, 4, 6, other, other, other], [1, 2, -3, 0, 0, 0, other, other, other], [1, 2, -3, 5, -7, -9, other, other, other]];
        double[] shadows = [.. inside.SelectMany(x => x), .. inside.SelectMany(x => x).Select(x => 10 - x)];
        double[] trainedOn = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        ShadowFixture fixture = ShadowFixture.Of([-.1, .1, 0, 0, 0, 27, 0, 0, 0], shadows, trainedOn, [1, 1, 0], views: 3, scale: SignalScale.Score);
        Numbers.Close(expected, fixture.Score(ShadowAttacks.CalibratedLoss(new() { Centre = centre, References = references })), 1e-12);
    }

    [Fact]
    public void Rmia_offline_divides_by_what_other_models_give()
    {
        // p-bar(x) = (1.3 * .45 + .7) / 2 = .6425 and (1.3 * .55 + .7) / 2 = .7075: pr(x) = 1.2451361868 and .2826855124.
        double[] z = Numbers.Logits([.5, .6, .9, .3]);
        double[] zReferences = Numbers.Logits([.4, .5, .5, .4, .8, .8, .5, .5]);
        var population = new PopulationSignals(
            new ShadowSignals(SignalScale.ScaledLogit, 4, 1, 1, z), new ShadowSignals(SignalScale.ScaledLogit, 4, 2, 1, zReferences));
        ShadowFixture fixture = ShadowFixture.Of(Numbers.Logits([.8, .2]), Numbers.Logits([.5, .6, .4, .5]), [0, 0, 0, 0], [1, 0], population: population);
        var options = new RmiaOptions { OfflineA = .3, Gamma = 1 };
        Numbers.Close([1.2451361868, .2826855124], [.. fixture.Score(ShadowAttacks.Rmia(options)).Select(Math.Exp)], 1e-9);
        Assert.Equal([1, 0], Rmia.Dominated(fixture.Shadows, options));

        double[] ratios = [.. z.Select((signal, i) => Ratio(signal, zReferences[2 * i], zReferences[(2 * i) + 1]))];
        Numbers.Close([.7782101167, .9338521401, 1.0344827586, .4444444444], ratios, 1e-9);

        static double Ratio(double signal, double first, double second)
            => Math.Exp(ShadowFixture.Of([signal, signal], [first, first, second, second], [0, 0, 0, 0], [1, 0]).Score(ShadowAttacks.Rmia(new() { OfflineA = .3 }))[0]);
    }

    [Fact]
    public void Rmia_online_weighs_models_with_and_without_the_record_alike()
    {
        // In .9; out .2 and .4: p-bar = (.9 + .3) / 2 = .6, whatever the number of models on each side.
        ShadowFixture fixture = ShadowFixture.Of(Numbers.Logits([.6, .3]), Numbers.Logits([.9, .9, .2, .2, .4, .4]), [1, 1, 0, 0, 0, 0], [1, 0]);
        Numbers.Close([0, Math.Log(.5)], fixture.Score(ShadowAttacks.Rmia()), 1e-12);
    }

    private static ShadowFixture TwoAlike(double[] inside, double[] outside, double target)
        => ShadowFixture.Of(
            [target, target],
            [.. inside.Concat(outside).SelectMany(signal => new[] { signal, signal })],
            [.. inside.SelectMany(_ => new double[] { 1, 1 }), .. outside.SelectMany(_ => new double[] { 0, 0 })],
            [1, 0]);

    private static ShadowFixture Ragged() => ShadowFixture.Of(
        [1, 0, 0, 0],
        [-1, 0, 0, 7, 1, 2, 20, 7, 1, 0, 0, 7, -1, -2, -20, 7],
        [1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [1, 1, 1, 0]);
}
