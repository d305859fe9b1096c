using System.Globalization;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.Membership.Controls;

namespace Paname.Attacks.Tests.Membership.Learned;

/// <summary>What holds for every learned attack. PANAME_SIMULATION_REPLICATES sets the number of seeds (30 unless given).</summary>
public sealed class LearnedPropertyTests
{
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 30;

    public static TheoryData<string> Names => [.. LearnedFixtures.Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_leak_the_auc_stays_in_the_null_band(string name)
    {
        double[] z = [.. Enumerable.Range(0, Seeds).Select(seed =>
        {
            MembershipObservations observations = LearnedFixtures.Observations(60, leak: 0, seed);
            return Auc.InvertedScoreZ(LearnedFixtures.Attacks[name].Score(observations, new AttackRun(seed)).Sample(observations));
        })];
        Assert.InRange(z.Average() * Math.Sqrt(Seeds), -4, 4);
        Assert.InRange(Math.Sqrt(z.Average(value => value * value)), .6, 1.45);
        Assert.All(z, value => Assert.InRange(value, -4.5, 4.5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_leak_is_found_and_nothing_among_non_members(string name)
    {
        IMembershipAttack attack = LearnedFixtures.Attacks[name];
        for (int seed = 0; seed < Seeds / 5; seed++)
        {
            MembershipObservations observations = LearnedFixtures.Observations(160, leak: 0, seed);
            var run = new AttackRun(seed);
            AttackScores found = attack.Score(observations, run);
            PositiveControlResult positive = PositiveControl.Run(attack, observations, found, run);
            Assert.True(positive.Detected, FormattableString.Invariant($"seed {seed}: {positive}"));
            Assert.Null(NullControl.Run(attack, observations, 5, run).NotRun);
            Assert.False(NullControl.Run(attack, observations, 5, run).Alarm);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_that_leaks_is_found(string name)
    {
        MembershipObservations observations = LearnedFixtures.Observations(300, leak: 2, seed: 1);
        AttackScores found = LearnedFixtures.Attacks[name].Score(observations, new AttackRun(1));
        Assert.InRange(LearnedFixtures.AucOf(found, observations), .6, .95);
        Assert.True(Auc.Estimate(found.Sample(observations)).Lower > .55);
        Assert.All(found.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_seed_gives_one_answer_and_inputs_stay_as_they_are(string name)
    {
        MembershipObservations observations = LearnedFixtures.Observations(60, leak: 1, seed: 2);
        double[] before = observations.Outputs.Values.ToArray();
        var answers = new AttackScores[3];
        Parallel.For(0, answers.Length, i => answers[i] = LearnedFixtures.Attacks[name].Score(observations, new AttackRun(3)));
        Assert.All(answers, answer => Assert.Equal(answers[0].Values.ToArray(), answer.Values.ToArray()));
        Assert.All(answers, answer => Assert.Equal(answers[0].Judged, answer.Judged));
        Assert.Equal(before, observations.Outputs.Values.ToArray());
        bool fittedOnShadows = name.StartsWith("shadow", StringComparison.Ordinal);
        Assert.Equal(fittedOnShadows ? null : ObservationHalves.Split(observations, 3).HeldOut, answers[0].Judged);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_order_of_the_records_changes_the_auc_within_its_error_only(string name)
    {
        MembershipObservations observations = LearnedFixtures.Observations(300, leak: 1, seed: 4);
        int[] order = [.. Enumerable.Range(0, 300).Reverse(), .. Enumerable.Range(300, 300).Reverse()];
        MembershipObservations reversed = ObservationSelection.Of(observations, order, 300);
        IMembershipAttack attack = LearnedFixtures.Attacks[name];
        BoundedEstimate first = Auc.Estimate(attack.Score(observations, new AttackRun(1)).Sample(observations));
        BoundedEstimate second = Auc.Estimate(attack.Score(reversed, new AttackRun(1)).Sample(reversed));
        Assert.Equal(first.Value, second.Value, 3 * Math.Sqrt(2) * first.StandardError);
        if (name == "shadow threshold")
        {
            Assert.Equal(first, second);
        }
    }
}
