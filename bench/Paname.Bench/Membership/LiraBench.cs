using Paname.Attacks.Membership;
using Paname.Bench.Measuring;

namespace Paname.Bench.Membership;

/// <summary>LiRA's scores from signals, against other ways to compute them from the same signals.</summary>
internal static class LiraBench
{
    internal const int Records = 50_000;
    internal const int Models = 128;
    internal const int Pairs = 7;

    private const int Seed = 2022;

    internal static IMembershipAttack Online { get; } = ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Online });

    internal static IMembershipAttack Pooled { get; } = ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Online, Variance = LiraVariance.Pooled });

    internal static IMembershipAttack Offline { get; } = ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Offline });

    /// <param name="attack">Ours.</param>
    /// <param name="peer">A fresh peer, so that its peak memory is that of this row.</param>
    /// <param name="theirs">The peer's name of the same.</param>
    /// <param name="records">How many records.</param>
    /// <param name="pairs">Measured pairs.</param>
    internal static Paired Compare(IMembershipAttack attack, NumpyPeer peer, string theirs, int records, int pairs)
    {
        MadeShadows made = Make(records);
        MembershipObservations observations = made.Observations();
        peer.Load("audited", made);
        double[] ours = [];
        Paired times = Paired.Time(pairs, () => () => ours = Score(attack, observations), () => peer.Run(theirs));
        SameScores.Require(ours, peer.Scores(), 1e-9);
        return times;
    }

    internal static Paired CompareWithNaive()
    {
        MadeShadows made = Make(Records);
        MembershipObservations observations = made.Observations();
        double[] ours = [];
        double[] theirs = [];
        Paired times = Paired.Time(Pairs, () => () => ours = Score(Online, observations), () => () => theirs = NaiveLira.Score(made));
        SameScores.Require(ours, theirs, 1e-9);
        return times;
    }

    internal static void RunOnce(IMembershipAttack attack) => Score(attack, Make(Records).Observations());

    internal static void NaiveOnce() => NaiveLira.Score(Make(Records));

    internal static double[] Score(IMembershipAttack attack, MembershipObservations observations) => attack.Score(observations, new AttackRun(1)).Values.ToArray();

    private static MadeShadows Make(int records) => MadeShadows.Make(records, Models, Seed);
}
