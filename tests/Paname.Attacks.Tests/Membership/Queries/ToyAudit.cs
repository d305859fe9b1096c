using MathNet.Numerics.Random;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>Small audits of targets whose answers are known by construction.</summary>
internal static class ToyAudit
{
    /// <summary>Rows of independent standard normal numbers.</summary>
    internal static double[] Normal(int seed, int rows, int width)
    {
        var values = new double[rows * width];
        MathNet.Numerics.Distributions.Normal.Samples(new MersenneTwister(seed), values, 0, 1);
        return values;
    }

    internal static int[] CoinLabels(int seed, int count, int classes = 2)
    {
        var random = new MersenneTwister(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
    }

    /// <summary>Asks the target for the audited records, as an audit does before its attacks run.</summary>
    internal static MembershipObservations Observe(IClassifier target, Records records, IReadOnlyList<int> labels, int members)
    {
        var outputs = new double[records.Count * (target.OutputKind == OutputKind.LabelsOnly ? 1 : target.Classes)];
        ClassifierScorer.Score(target, records, outputs, null, default);
        return new MembershipObservations(new TargetOutputs(target.OutputKind, target.Classes, outputs), labels, members) { Access = new QueryAccess(target, records) };
    }

    /// <summary>Answers with the label of the nearest of the first records: a model that knows its training set by heart.</summary>
    internal static DelegateClassifier NearestNeighbour(double[] rows, int[] labels, int width, int members, int classes = 2) => DelegateClassifier.FromRows(classes, row =>
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < members; i++)
        {
            double distance = 0;
            for (int j = 0; j < width; j++)
            {
                double difference = row[j] - rows[(i * width) + j];
                distance += difference * difference;
            }

            (least, nearest) = distance < least ? (distance, i) : (least, nearest);
        }

        return labels[nearest];
    });

    /// <summary>A logit that is a sum of narrow bumps, one on each of the first records, up or down by its label: the loss of each has its minimum there.</summary>
    internal static DelegateClassifier Bumps(double[] rows, int[] labels, int width, int members, double bandwidth) => DelegateClassifier.FromRows(OutputKind.Logits, 2, row =>
    {
        double logit = 0;
        for (int i = 0; i < members; i++)
        {
            double distance = 0;
            for (int j = 0; j < width; j++)
            {
                double difference = row[j] - rows[(i * width) + j];
                distance += difference * difference;
            }

            logit += (labels[i] == 1 ? 4 : -4) * Math.Exp(-distance / (2 * bandwidth * bandwidth));
        }

        return [0, logit];
    });

    /// <summary>An audit of a nearest-neighbour model on coin-flip labels: nothing but membership decides what it knows.</summary>
    internal static MembershipObservations Leaky(int seed, int perSide = 60, int width = 3)
    {
        double[] rows = Normal(seed, 2 * perSide, width);
        int[] labels = CoinLabels(seed, 2 * perSide);
        return Observe(NearestNeighbour(rows, labels, width, perSide), Records.FromArray<double>(rows, width), labels, perSide);
    }

    internal static MembershipObservations LeakyBumps(int seed, int perSide = 60, int width = 3)
    {
        double[] rows = Normal(seed, 2 * perSide, width);
        int[] labels = CoinLabels(seed, 2 * perSide);
        return Observe(Bumps(rows, labels, width, perSide, .15), Records.FromArray<double>(rows, width), labels, perSide);
    }

    /// <summary>The same audit with membership dealt anew.</summary>
    internal static MembershipObservations Dealt(MembershipObservations observations, int seed)
    {
        var random = new MersenneTwister(seed);
        int[] order = [.. Enumerable.Range(0, observations.Outputs.Count).Select(i => (Key: random.NextDouble(), i)).Order().Select(pair => pair.i)];
        return Observe(observations.Access!.Target, observations.Access.Records.Select(order), [.. order.Select(i => observations.Labels![i])], observations.Members);
    }

    internal static double AucOf(AttackScores found, MembershipObservations observations)
    {
        int[] judged = [.. found.Judged ?? Enumerable.Range(0, observations.Outputs.Count)];
        double[] scores = found.Values.ToArray();
        Assert.All(judged, record => Assert.False(double.IsNaN(scores[record])));
        return Auc.Estimate(ScoreSample.Create(
            [.. judged.Where(record => record < observations.Members).Select(record => scores[record])],
            [.. judged.Where(record => record >= observations.Members).Select(record => scores[record])])).Value;
    }

    /// <summary>Counts the records a target is asked about.</summary>
    internal sealed class Counting(IClassifier target) : IClassifier
    {
        private int _inside;

        public string Name => target.Name;

        public string? Fingerprint => target.Fingerprint;

        public OutputKind OutputKind => target.OutputKind;

        public int Classes => target.Classes;

        internal long Asked { get; private set; }

        internal Action<RecordBatch>? Seen { get; init; }

        public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken)
        {
            Assert.Equal(1, Interlocked.Increment(ref _inside));
            Asked += batch.Count;
            Seen?.Invoke(batch);
            target.Score(batch, outputs, cancellationToken);
            Interlocked.Decrement(ref _inside);
        }
    }
}
