using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Likelihood;

/// <summary>Without a leak no attack tells members from non-members; with one every attack does. PANAME_SIMULATION_REPLICATES asks for more.</summary>
public sealed class ShadowSimulationTests
{
    private const int Records = 60;

    private static readonly int Replicates = int.TryParse(
        Environment.GetEnvironmentVariable("PANAME_SIMULATION_REPLICATES"), System.Globalization.CultureInfo.InvariantCulture, out int given) ? given : 60;

    public static TheoryData<string, bool> Rows()
    {
        var rows = new TheoryData<string, bool>();
        foreach (string attack in new[] { "LiRA", "LiRA own variance", "LiRA offline", "RMIA", "RMIA offline", "CalibratedLoss", "AttackR", "BASE" })
        {
            rows.Add(attack, false);
            rows.Add(attack, true);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Membership_unrelated_to_the_target_stays_in_the_null_band(string name, bool ragged)
    {
        // Shadow models leak, the target does not: with exactly half of the models on each side no record gives its membership away.
        IMembershipAttack attack = Attack(name);
        double[] aucs = [.. Enumerable.Range(1, Replicates).Select(seed => SimulatedShadows.Draw(seed, Records, targetLeak: 0, ragged: ragged).Auc(attack))];
        double deviation = Math.Sqrt((Records + 1) / (12.0 * (Records / 2.0) * (Records / 2.0)));
        Assert.InRange(aucs.Average(), .5 - (4 * deviation / Math.Sqrt(Replicates)), .5 + (4 * deviation / Math.Sqrt(Replicates)));
        Assert.InRange(aucs.Count(auc => Math.Abs(auc - .5) > 1.96 * deviation) / (double)Replicates, 0, .05 + (4 * Math.Sqrt(.05 * .95 / Replicates)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_planted_leak_is_found(string name, bool ragged)
    {
        // Two standard deviations: the likelihood ratio knows Phi(sqrt 2) = .921 at best, less for few models.
        IMembershipAttack attack = Attack(name);
        double[] aucs = [.. Enumerable.Range(1, Replicates / 4).Select(seed => SimulatedShadows.Draw(seed, Records, ragged: ragged).Auc(attack))];
        Assert.InRange(aucs.Average(), .75, .93);
        Assert.True(aucs.Min() > .5);
    }

    private static IMembershipAttack Attack(string name) => name switch
    {
        "LiRA" => ShadowAttacks.Lira(),
        "LiRA own variance" => ShadowAttacks.Lira(new() { Variance = LiraVariance.PerRecord }),
        "LiRA offline" => ShadowAttacks.Lira(new() { Form = ShadowForm.Offline }),
        "RMIA" => ShadowAttacks.Rmia(),
        "RMIA offline" => ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline }),
        "CalibratedLoss" => ShadowAttacks.CalibratedLoss(),
        "AttackR" => ShadowAttacks.AttackR,
        _ => ShadowAttacks.Base,
    };
}
