using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Testing.Tests.Support;

/// <summary>Data whose leak is known: a record holds the margin its model gives to the true class.</summary>
internal static class Synthetic
{
    /// <summary>Margins are normal around 1, plus the leak for members: the true AUC is Phi(leak / sqrt 2).</summary>
    internal static MembershipData Data(int members, int nonMembers, double leak, int seed = 11)
    {
        var random = new MersenneTwister(seed);
        double[] Margins(int count, double mean) => [.. Enumerable.Range(0, count).Select(_ => Normal.Sample(random, mean, 1))];
        int[] Labels(int count) => [.. Enumerable.Range(0, count).Select(i => i % 2)];
        return MembershipData.FromArrays<double>(Margins(members, 1 + leak), Labels(members), Margins(nonMembers, 1), Labels(nonMembers), [1]);
    }

    internal static MembershipData Data(int perSide, double leak, int seed = 11) => Data(perSide, perSide, leak, seed);

    internal static double[] Margins(MembershipData data) => ((RecordField<double>)data.Members.Records.Fields[0]).Values.ToArray();

    internal static CountingClassifier Model(OutputKind kind = OutputKind.Logits, double sign = 1) => new(kind, sign);
}
