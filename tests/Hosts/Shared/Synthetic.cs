using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Hosts;

/// <summary>Data and models made in memory: each record holds the margin its model gives to the true class.</summary>
internal static class Synthetic
{
    internal static int Calls;

    /// <summary>Margins are normal around 1, plus the leak for members: the true AUC is Phi(leak / sqrt 2).</summary>
    internal static MembershipData Data(int perSide, double leak, int seed = 11)
    {
        var random = new MersenneTwister(seed);
        double[] Margins(double mean) => [.. Enumerable.Range(0, perSide).Select(_ => Normal.Sample(random, mean, 1))];
        int[] labels = [.. Enumerable.Range(0, perSide).Select(i => i % 2)];
        return MembershipData.FromArrays<double>(Margins(1 + leak), labels, Margins(1), labels, [1]);
    }

    /// <summary>Gives the margin to the true class. It knows the labels by position, as a model knows them by heart.</summary>
    internal static IClassifier Model(OutputKind kind = OutputKind.Logits, int millisecondsPerBatch = 0)
        => new DelegateClassifier(
            kind,
            2,
            (batch, outputs) =>
            {
                Interlocked.Increment(ref Calls);
                if (millisecondsPerBatch > 0)
                {
                    Thread.Sleep(millisecondsPerBatch);
                }

                ReadOnlySpan<double> margins = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
                for (int i = 0; i < batch.Count; i++)
                {
                    int label = (batch.Start + i) % 2;
                    if (kind == OutputKind.LabelsOnly)
                    {
                        outputs[i] = margins[i] > 0 ? label : 1 - label;
                    }
                    else
                    {
                        outputs[(2 * i) + label] = margins[i];
                        outputs[(2 * i) + 1 - label] = 0;
                    }
                }
            },
            "synthetic");
}
