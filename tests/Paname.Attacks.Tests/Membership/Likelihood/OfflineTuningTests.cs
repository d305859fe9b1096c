using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>RMIA's a, tuned on models whose members are known.</summary>
public sealed class OfflineTuningTests
{
    [Fact]
    public void Tuned_a_is_the_best_of_the_grid_on_the_models_attacked()
    {
        ShadowFixture fixture = SimulatedShadows.Draw(6, 300, 4);
        ShadowObservations shadows = fixture.Shadows;
        TrueClassProbability reading = TrueClassProbability.Of(shadows.Shadows, shadows.Inclusion);
        double[][] aucs = [.. Enumerable.Range(0, 4).Select(m => OfflineTuning.Aucs(m, shadows.Shadows, shadows.Inclusion, reading, new AttackRun(1))!)];
        double[] means = [.. Enumerable.Range(0, 11).Select(step => aucs.Average(auc => auc[step]))];
        double a = Array.IndexOf(means, means.Max()) / 10.0;

        Assert.Equal(a, Rmia.TuneOfflineA(shadows.Shadows, shadows.Inclusion));
        AttackScores scores = ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline }).Score(fixture.Observations, new AttackRun(1));
        Assert.Equal([FormattableString.Invariant($"offline: 4 shadow models, at least 2 trained without each record; a = {a:0.##}, tuned on shadow models")], scores.Notes);
        Assert.Equal(scores.Values.ToArray(), ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline, OfflineA = a }).Score(fixture.Observations, new AttackRun(1)).Values.ToArray());
    }

    [Fact]
    public void The_attacked_models_complement_is_no_reference()
    {
        // Models 0 and 1 are complementary. Were 1 a reference of 0, members of 0 alone would have it among the models trained without them; whatever it gives must not matter.
        ShadowFixture fixture = ShadowFixture.Of(
            [0, 0, 0, 0], [3, 3, 1, 1, 9, 9, 9, 9, 0, 1, 0, 1, 2, 0, 1, 0], [1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0], [1, 1, 0, 0]);
        ShadowFixture changed = ShadowFixture.Of(
            [0, 0, 0, 0], [3, 3, 1, 1, -9, 4, -2, 0, 0, 1, 0, 1, 2, 0, 1, 0], [1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0], [1, 1, 0, 0]);
        Assert.Equal(Aucs(fixture), Aucs(changed));
        Assert.NotEqual(Aucs(fixture), Aucs(changed, attacked: 2));

        static double[] Aucs(ShadowFixture fixture, int attacked = 0) => OfflineTuning.Aucs(
            attacked, fixture.Shadows.Shadows, fixture.Shadows.Inclusion, TrueClassProbability.Of(fixture.Shadows.Shadows, fixture.Shadows.Inclusion), new AttackRun(1))!;
    }

    [Fact]
    public void Without_known_members_a_is_a_third_and_the_note_says_so()
    {
        ShadowFixture fixture = SimulatedShadows.Draw(6, offline: true);
        Assert.Null(Rmia.TuneOfflineA(fixture.Shadows.Shadows, fixture.Shadows.Inclusion));
        AttackScores scores = ShadowAttacks.Rmia().Score(fixture.Observations, new AttackRun(1));
        Assert.Equal(["offline: 8 shadow models, at least 8 trained without each record; a = 1/3, since the shadow models' training sets do not let it be tuned"], scores.Notes);
    }

    [Fact]
    public void Shadow_models_trained_on_the_population_are_tuned_there()
    {
        ShadowObservations population = SimulatedShadows.Draw(8, 200, 6).Shadows;
        ShadowObservations audited = SimulatedShadows.Draw(9, 60, 6, offline: true).Shadows;
        var shadows = new ShadowObservations(audited.Target, audited.Shadows, audited.Inclusion)
        {
            Population = new PopulationSignals(population.Target, population.Shadows, population.Inclusion),
        };
        TrueClassProbability reading = TrueClassProbability.Of(audited.Shadows, audited.Inclusion);
        (double? a, string note) = RmiaPlan.Choose(shadows, online: false, new RmiaOptions(), reading, new AttackRun(1));
        Assert.Equal(Rmia.TuneOfflineA(population.Shadows, population.Inclusion), a);
        Assert.EndsWith(", tuned on shadow models", note, StringComparison.Ordinal);
        Assert.Equal(60, Rmia.Dominated(shadows).Length);
    }

    [Fact]
    public void Shapes_and_scales_that_do_not_fit_are_refused()
    {
        ShadowObservations shadows = SimulatedShadows.Draw(1, scale: SignalScale.Score).Shadows;
        Assert.Throws<PanameDataException>(() => Rmia.TuneOfflineA(shadows.Shadows, shadows.Inclusion));
    }
}
