using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
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

    /// <summary>A target and shadow models, each trained on half of the records; a model knows the records it was trained on by as much as the leak, and classes differ in how far the true one leads.</summary>
    internal static MembershipObservations WithShadows(int perSide, int models, double leak, OutputKind kind = OutputKind.Logits, int classes = 3, int seed = 1)
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        int count = 2 * perSide;
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
        var mask = new bool[models * count];
        for (int r = 0; r < count; r++)
        {
            int[] order = [.. Enumerable.Range(0, models)];
            random.Shuffle(order);
            foreach (int m in order.Take(models / 2))
            {
                mask[(m * count) + r] = true;
            }
        }

        double[] hardness = [.. Enumerable.Range(0, count).Select(r => Normal.Sample(random, 0, 1))];
        TargetOutputs[] all =
        [
            .. Enumerable.Range(-1, models + 1).Select(m => Outputs(
                [.. Enumerable.Range(0, count * classes).Select(i => Logit(i / classes, i % classes, m))], labels, classes, kind)),
        ];
        double[] target = ScaledLogits(all[0], labels);
        double[][] shadows = [.. all.Skip(1).Select(outputs => ScaledLogits(outputs, labels))];
        var inclusion = new InclusionMask(models, count, mask);
        return new MembershipObservations(all[0], labels, perSide)
        {
            Shadows = new ShadowObservations(
                new ShadowSignals(SignalScale.ScaledLogit, count, 1, 1, target),
                new ShadowSignals(SignalScale.ScaledLogit, count, models, 1, Enumerable.Range(0, count).SelectMany(r => shadows.Select(s => s[r])).ToArray()),
                inclusion)
            {
                Outputs = all[1..],
            },
        };

        double Logit(int record, int label, int model)
        {
            bool knows = model < 0 ? record < perSide : mask[(model * count) + record];
            double own = label == labels[record] ? 1 + (2 * label) + hardness[record] + (knows ? leak : 0) : 0;
            return own + Normal.Sample(random, 0, 1);
        }
    }

    private static double[] ScaledLogits(TargetOutputs outputs, int[] labels)
    {
        var values = new double[outputs.Count];
        Signal.ScaledLogit.Compute(outputs, labels, values);
        return values;
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
