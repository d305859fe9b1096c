using Paname.Attacks.Membership;
using Paname.Bench.Measuring;
using Paname.Bench.Membership;

namespace Paname.Bench;

/// <summary>The tables of membership inference with shadow models.</summary>
internal static class MembershipReport
{
    private const double Goal = 1.0 / 20;
    private const int Few = 3;

    internal static int Write(TextWriter to)
    {
        using (NumpyPeer? peer = NumpyPeer.TryStart())
        {
            to.WriteLine($"Membership inference from shadow models' signals, against {peer?.Version ?? "NumPy, which is not installed"}, which works on one thread. A ratio of 0.05 is 20 times as fast.");
        }

        to.WriteLine();
        TextTable.Write(to,
        [
            ComparisonRow.Heading,
            Lira("LiRA online, 50,000 records x 128 models / NumPy", LiraBench.Online, "lira-online", "lira-online"),
            Lira("the same / NumPy as for unbalanced models", LiraBench.Online, "lira-online", "lira-ragged", Few),
            ComparisonRow.Of("the same / C#, lists and LINQ", Goal, LiraBench.CompareWithNaive(), PeakMemory.Of("lira-online"), PeakMemory.Of("lira-naive")),
            TensorFlowPrivacy("LiRA online, 2,000 x 128 / tensorflow_privacy", 1.0 / 500),
            Lira("LiRA online, pooled variance, 50,000 x 128 / NumPy", LiraBench.Pooled, "lira-pooled", "lira-pooled"),
            Lira("LiRA offline, 50,000 x 128 / NumPy", LiraBench.Offline, "lira-offline", "lira-offline"),
            Rmia("RMIA, 10,000 records x 2,000 z x 8 models / NumPy"),
        ]);
        to.WriteLine();
        WithoutAvx512.Write(to);
        RmiaBench.WriteLarge(to);
        to.WriteLine();
        CostCurve.Write(to);
        to.WriteLine();
        EpsilonBench.Write(to);
        to.WriteLine();
        WriteCredit(to);
        return 0;
    }

    private static void WriteCredit(TextWriter to)
    {
        if (BenchInput.Missing(BenchInput.Credit, BenchInput.CreditMembers, BenchInput.CreditNonMembers) is { } missing)
        {
            to.WriteLine("attacks on the credit model: " + missing);
            return;
        }

        CreditAttacks.Write(to);
        to.WriteLine();
        CreditShadows.Write(to);
    }

    private static string[] Lira(string what, IMembershipAttack attack, string part, string theirs, int pairs = LiraBench.Pairs)
        => Row(what, part, peer => LiraBench.Compare(attack, peer, theirs, LiraBench.Records, pairs));

    private static string[] Rmia(string what) => Row(what, "rmia", RmiaBench.Compare);

    private static string[] TensorFlowPrivacy(string what, double goal)
    {
        const string Module = "tensorflow_privacy";
        using NumpyPeer? peer = NumpyPeer.TryStart();
        return peer?.Has(Module) == true
            ? ComparisonRow.Of(what, goal, LiraBench.Compare(LiraBench.Online, peer, Module, records: 2_000, Few), "-", peer.PeakMemory())
            : ComparisonRow.Missing(what, goal, "not installed");
    }

    // A fresh peer for each row, so that its peak memory is that of the row; our child first: this process holds the data of the measurement later on.
    private static string[] Row(string what, string part, Func<NumpyPeer, Paired> compare)
    {
        using NumpyPeer? peer = NumpyPeer.TryStart();
        return peer is null
            ? ComparisonRow.Missing(what, Goal, "not measured: no python3 with numpy")
            : ComparisonRow.Of(what, Goal, compare(peer), PeakMemory.Of(part), peer.PeakMemory());
    }
}
