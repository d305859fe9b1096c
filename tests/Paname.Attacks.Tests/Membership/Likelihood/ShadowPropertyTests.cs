using FsCheck;
using FsCheck.Fluent;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>What holds for every attack with shadow models, whatever the numbers are.</summary>
public sealed class ShadowPropertyTests
{
    private static readonly IMembershipAttack[] Attacks =
    [
        ShadowAttacks.Lira(),
        ShadowAttacks.Lira(new() { Variance = LiraVariance.PerRecord, Centre = ShadowCentre.Mean }),
        ShadowAttacks.Lira(new() { Form = ShadowForm.Offline }),
        ShadowAttacks.Lira(new() { Form = ShadowForm.Offline, Variance = LiraVariance.PerRecord }),
        ShadowAttacks.Rmia(),
        ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline }),
        ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline, OfflineA = 1 }),
        ShadowAttacks.CalibratedLoss(),
        ShadowAttacks.CalibratedLoss(new() { References = CalibrationReferences.Both, Centre = ShadowCentre.Median }),
        ShadowAttacks.AttackR,
        ShadowAttacks.Base,
    ];

    [Theory]
    [InlineData(false, 1, true)]
    [InlineData(true, 1, true)]
    [InlineData(true, 3, true)]
    [InlineData(false, 1, false)]
    [InlineData(true, 1, false)]
    public void Scores_do_not_depend_on_threads_nor_on_the_order_of_records_and_change_no_input(bool ragged, int views, bool ties)
    {
        // More records than a block of work holds; the order moves each record to another lane, block and thread.
        ShadowFixture fixture = SimulatedShadows.Draw(3, records: 601, models: 10, views: views, ragged: ragged, rounded: ties);
        double[] before = fixture.Shadows.Shadows.Values.ToArray();
        double[] targetBefore = fixture.Shadows.Target.Values.ToArray();
        MembershipObservations observations = fixture.Observations;
        int[] order = [.. Enumerable.Range(0, observations.Members).Reverse(), .. Enumerable.Range(observations.Members, observations.NonMembers).Select(i => observations.Members + ((i * 7) % observations.NonMembers))];
        MembershipObservations permuted = Permuted(observations, order);
        foreach (IMembershipAttack attack in Attacks)
        {
            double[] scores = attack.Score(observations, new AttackRun(1) { Threads = 1 }).Values.ToArray();
            Assert.Equal(scores, attack.Score(observations, new AttackRun(9) { Threads = 2 }).Values.ToArray());
            Assert.Equal(order.Select(i => scores[i]), attack.Score(permuted, new AttackRun(1)).Values.ToArray());
            Assert.All(scores, score => Assert.True(double.IsFinite(score), attack.Name));
        }

        Assert.Equal(before, fixture.Shadows.Shadows.Values.ToArray());
        Assert.Equal(targetBefore, fixture.Shadows.Target.Values.ToArray());
    }

    [Fact]
    public void A_higher_signal_of_the_target_never_looks_less_like_a_member_one_sided()
    {
        IMembershipAttack[] oneSided = [.. Attacks.Where((_, i) => i >= 2)];
        double[] signals = [-800, -60, -3, -1, 0, .5, 1, 1.5, 2, 4, 35, 60, 800];
        ShadowFixture[] fixtures = [.. signals.Select(signal => OneRecord(signal, [.2, 1, 1.4, 2.2, -.3, 1], [-1, 0, .5, 1, 1, 3]))];
        foreach (IMembershipAttack attack in oneSided)
        {
            double[] scores = [.. fixtures.Select(fixture => fixture.Score(attack)[0])];
            Assert.All(scores.Zip(scores.Skip(1)), pair => Assert.True(pair.First <= pair.Second, attack.Name));
            Assert.True(scores.Distinct().Count() > 8, attack.Name);
        }
    }

    [Fact]
    public void Offline_z_tells_apart_what_its_p_value_does_not()
    {
        IMembershipAttack lira = ShadowAttacks.Lira(new() { Form = ShadowForm.Offline, Variance = LiraVariance.PerRecord });
        double first = OneRecord(60, [0, 1], [-1, 1]).Score(lira)[0];
        double second = OneRecord(61, [0, 1], [-1, 1]).Score(lira)[0];
        Assert.True(first < second);
        Assert.Equal(GaussianTail.LogLower(first), GaussianTail.LogLower(second));
        Assert.True(GaussianTail.LogUpper(first) > GaussianTail.LogUpper(second));
    }

    [Fact]
    public void Dominated_share_by_sorting_is_the_share_by_counting_with_ties()
    {
        Gen<double[]> ratios = Gen.Choose(-6, 6).Select(v => v / 4.0).NonEmptyListOf().Select(list => list.ToArray());
        Prop.ForAll(ratios.Zip(ratios).ToArbitrary(), Gen.Elements(.5, 1, Math.Exp(.25), 2).ToArbitrary(), (pair, gamma) =>
        {
            (double[] x, double[] z) = pair;
            double[] counted = [.. x.Select(ratio => (double)z.Count(other => ratio - other > Math.Log(gamma)) / z.Length)];
            return Rmia.Dominated(x, z, gamma).SequenceEqual(counted);
        }).Check(Config.QuickThrowOnFailure.WithReplay(23, 29).WithMaxTest(300));
    }

    [Fact]
    public void Median_mean_and_squares_are_those_of_sorted_lists_whatever_the_counts()
    {
        foreach (int models in new[] { 1, 2, 3, 5, 8, 31, 64, 65, 130 })
        {
            ShadowFixture fixture = models < 4 ? SimulatedShadows.Draw(models, 19, models, offline: true) : SimulatedShadows.Draw(models, 19, models, ragged: true);
            ShadowObservations shadows = fixture.Shadows;
            foreach (ShadowCentre centre in Enum.GetValues<ShadowCentre>())
            {
                ShadowMoments moments = ShadowMoments.Of(shadows.Shadows, shadows.Inclusion, centre, inside: true, new AttackRun(1));
                for (int i = 0; i < 19; i++)
                {
                    Check(moments.Inside, i, [.. Enumerable.Range(0, models).Where(m => shadows.Inclusion[m, i]).Select(m => shadows.Shadows.Row(i)[m])], centre);
                    Check(moments.Outside, i, [.. Enumerable.Range(0, models).Where(m => !shadows.Inclusion[m, i]).Select(m => shadows.Shadows.Row(i)[m])], centre);
                }
            }
        }

        static void Check(SideMoments side, int record, double[] list, ShadowCentre centre)
        {
            Assert.Equal(list.Length, side.Counts[record]);
            if (list.Length > 0)
            {
                double middle = centre == ShadowCentre.Median ? SideLists.Median(list) : list.Average();
                Assert.Equal(middle, side.Centres[record], 1e-12);
                Assert.Equal(list.Sum(x => (x - middle) * (x - middle)), side.SquaresAboutCentre[record], 1e-10);
                Assert.Equal(list.Sum(x => (x - list.Average()) * (x - list.Average())), side.SquaresAboutMean[record], 1e-10);
            }
        }
    }

    [Fact]
    public void Many_models_are_sorted_lane_by_lane_to_the_same_numbers()
    {
        const int Models = 4300;
        ShadowFixture fixture = SimulatedShadows.Draw(5, 9, Models, offline: true);
        ShadowMoments moments = ShadowMoments.Of(fixture.Shadows.Shadows, fixture.Shadows.Inclusion, ShadowCentre.Median, inside: false, new AttackRun(1));
        for (int i = 0; i < 9; i++)
        {
            Assert.Equal(SideLists.Median(fixture.Shadows.Shadows.Row(i).ToArray()), moments.Outside.Centres[i]);
        }
    }

    [Fact]
    public void Signals_that_all_agree_have_no_spread_to_the_last_digit()
    {
        double[] thirds = Enumerable.Repeat(.1, 3).ToArray();
        foreach (ShadowCentre centre in Enum.GetValues<ShadowCentre>())
        {
            IMembershipAttack lira = ShadowAttacks.Lira(new() { Form = ShadowForm.Offline, Variance = LiraVariance.PerRecord, Centre = centre });
            Assert.Equal(0, OneRecord(.1, thirds, thirds).Score(lira)[0]);
            Assert.InRange(OneRecord(.2, thirds, thirds).Score(lira)[0], 1e28, 1e30);
        }
    }

    [Fact]
    public void A_residual_near_zero_looks_like_a_member_from_both_sides()
    {
        foreach (IMembershipAttack attack in Attacks)
        {
            double[] scores = [.. new[] { -3, -1, 0, 1, 3d }.Select(residual => OneRecord(residual, [.1, -.2, .05, -.1, .2, 0], [2, -2.5, 1.5, -1.8, 2.2, -2], SignalScale.Residual).Score(attack)[0])];
            Assert.True(scores[2] > scores[1] && scores[1] > scores[0] && scores[2] > scores[3] && scores[3] > scores[4], attack.Name);
        }
    }

    private static ShadowFixture OneRecord(double target, double[] inside, double[] outside, SignalScale scale = SignalScale.ScaledLogit)
    {
        // Thirty more of the same make a pooled variance.
        const int Copies = 32;
        return ShadowFixture.Of(
            [.. Enumerable.Repeat(target, Copies)],
            [.. inside.Concat(outside).SelectMany(signal => Enumerable.Repeat(signal, Copies))],
            [.. inside.SelectMany(_ => Enumerable.Repeat(1.0, Copies)), .. outside.SelectMany(_ => Enumerable.Repeat(0.0, Copies))],
            [.. Enumerable.Range(0, Copies).Select(i => (double)(i % 2))],
            scale: scale);
    }

    private static MembershipObservations Permuted(MembershipObservations observations, int[] order)
    {
        ShadowObservations shadows = observations.Shadows!;
        return new MembershipObservations(observations.Outputs, null, observations.Members)
        {
            Shadows = new ShadowObservations(
                Rows(shadows.Target, order), Rows(shadows.Shadows, order), shadows.Inclusion.Select([.. Enumerable.Range(0, shadows.Inclusion.Models)], order)),
        };
    }

    private static ShadowSignals Rows(ShadowSignals signals, int[] order)
        => new(signals.Scale, signals.Records, signals.Models, signals.Views, order.SelectMany(i => signals.Row(i).ToArray()).ToArray());
}
