using MathNet.Numerics.Random;
using Paname.Attacks.Data;

namespace Paname.Bench.Retraining;

/// <summary>Which records a retraining learns from: those of before, or another half of all.</summary>
internal static class Splits
{
    internal static MembershipData Credit()
        => MembershipData.FromCsv(BenchInput.PathOf(BenchInput.CreditMembers), BenchInput.PathOf(BenchInput.CreditNonMembers), label: "Bad", id: "Id");

    /// <summary>The same records, halved anew.</summary>
    internal static MembershipData Halved(MembershipData data, int seed)
    {
        Records all = data.Members.Records.Concat(data.NonMembers.Records);
        int[] labels = [.. data.Members.Labels, .. data.NonMembers.Labels];
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        new MersenneTwister(seed, threadSafe: false).Shuffle(order);
        return new MembershipData(Part(order.AsSpan(0, data.Members.Count)), Part(order.AsSpan(data.Members.Count)));

        LabelledRecords Part(ReadOnlySpan<int> records)
        {
            int[] sorted = [.. records];
            Array.Sort(sorted);
            return new LabelledRecords(all.Select(sorted), [.. sorted.Select(record => labels[record])]);
        }
    }
}
