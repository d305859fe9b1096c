using Paname.Attacks.Membership;

namespace Paname.Attacks.Tests.Membership.Controls;

/// <summary>The null control is silent about sound attacks and loud about those that look at the flags.</summary>
public sealed class NullControlTests
{
    [Fact]
    public void A_sound_attack_gives_a_standard_normal_z()
    {
        double[] z = [.. Enumerable.Range(0, 300).Select(seed =>
            NullControl.Run(MembershipAttacks.Loss, Synthetic.WithoutLeak(20, 100, seed: seed, memberLead: 3), 1, new AttackRun(seed)).Z)];
        Assert.InRange(z.Average(), -.2, .2);
        Assert.InRange(Math.Sqrt(z.Select(value => value * value).Average()), .88, 1.12);
    }

    [Fact]
    public void An_attack_that_scores_by_the_flags_raises_the_alarm_and_a_leak_among_members_does_not()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(100, 100, memberLead: 5);
        var cheat = new FakeAttack((o, _) => [.. Enumerable.Range(0, o.Outputs.Count).Select(record => record < o.Members ? 1d : 0)]);
        var against = new FakeAttack((o, _) => [.. Enumerable.Range(0, o.Outputs.Count).Select(record => record < o.Members ? 0d : 1)]);
        Assert.True(NullControl.Run(cheat, observations, 10, new AttackRun(1)).Alarm);
        Assert.True(NullControl.Run(against, observations, 10, new AttackRun(1)).Alarm);
        Assert.False(NullControl.Run(MembershipAttacks.Loss, observations, 10, new AttackRun(1)).Alarm);
    }

    [Fact]
    public void The_limit_grows_with_the_number_of_attacks()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(100, 100);
        Assert.Equal(3.2905, NullControl.Run(MembershipAttacks.Loss, observations, 1, new AttackRun(1)).Limit, 4);
        Assert.Equal(3.8906, NullControl.Run(MembershipAttacks.Loss, observations, 10, new AttackRun(1)).Limit, 4);
    }

    [Fact]
    public void Groups_stay_together_and_are_what_is_counted()
    {
        var plain = Synthetic.WithoutLeak(10, 240);
        string[] groups = [.. Enumerable.Range(0, 250).Select(i => i < 10 ? $"m{i}" : $"g{i / 2}")];
        var observations = new MembershipObservations(plain.Outputs, plain.Labels, 10, groups);
        var split = new FakeAttack((o, _) =>
        {
            HashSet<string> members = [.. o.Groups!.Take(o.Members)];
            Assert.DoesNotContain(o.Groups!.Skip(o.Members), members.Contains);
            return new double[o.Outputs.Count];
        });
        Assert.Null(NullControl.Run(split, observations, 1, new AttackRun(1)).NotRun);

        var few = new MembershipObservations(plain.Outputs, plain.Labels, 10, [.. Enumerable.Range(0, 250).Select(i => $"g{i / 4}")]);
        Assert.Equal("needs 80 groups of non-members; there are 61", NullControl.Run(split, few, 1, new AttackRun(1)).NotRun);
    }
}
