using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Controls;

/// <summary>Observations of made-up models.</summary>
internal static class Synthetic
{
    /// <summary>Outputs that do not depend on membership; the true class leads by 2 on average, so that most records are right.</summary>
    internal static MembershipObservations WithoutLeak(int members, int nonMembers, OutputKind kind = OutputKind.Logits, int classes = 3, int seed = 1, double lead = 2, double memberLead = 0)
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        int count = members + nonMembers;
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
        double[] logits = [.. Enumerable.Range(0, count * classes).Select(i =>
            Normal.Sample(random, 0, 1) + (i % classes == labels[i / classes] ? lead + (i / classes < members ? memberLead : 0) : 0))];
        return new MembershipObservations(Outputs(logits, labels, classes, kind), labels, members);
    }

    internal static TargetOutputs Outputs(double[] logits, int[] labels, int classes, OutputKind kind)
    {
        var all = new TargetOutputs(OutputKind.Logits, classes, logits);
        double[] values = kind switch
        {
            OutputKind.Logits => logits,
            OutputKind.Probabilities => [.. Enumerable.Range(0, all.Count).SelectMany(i => Softmax(all.Row(i)))],
            OutputKind.LabelsOnly => [.. Enumerable.Range(0, all.Count).Select(i => (double)Array.IndexOf(all.Row(i).ToArray(), all.Row(i).ToArray().Max()))],
            _ => [.. Enumerable.Range(0, all.Count).Select(i => -Math.Log(Softmax(all.Row(i))[labels[i]]))],
        };
        return new TargetOutputs(kind, classes, values);
    }

    private static double[] Softmax(ReadOnlySpan<double> logits)
    {
        double[] exponentials = Array.ConvertAll(logits.ToArray(), Math.Exp);
        double sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, e => e / sum);
    }
}
