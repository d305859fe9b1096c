using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>Finds RMIA's a by attacking shadow models, whose members are known.</summary>
internal static class OfflineTuning
{
    /// <summary>a where the training sets of shadow models say nothing about it.</summary>
    internal const double Fallback = 1.0 / 3;

    private const int Steps = 10;

    private const int Attacked = 4;

    /// <summary>The a of the grid 0, 0.1, ..., 1 with the highest mean AUC; the lowest of equals. <see langword="null"/> when no model can be attacked.</summary>
    internal static double? Best(ShadowSignals signals, InclusionMask inclusion, TrueClassProbability reading, AttackRun run)
    {
        int[] candidates = [.. Enumerable.Range(0, signals.Models).Where(model => HasBothSides(inclusion.Of(model)))];
        int count = Math.Min(Attacked, candidates.Length);
        double[][] aucs = [.. Enumerable.Range(0, count).Select(i => Aucs(candidates[i * candidates.Length / count], signals, inclusion, reading, run)).OfType<double[]>()];
        if (aucs.Length == 0)
        {
            return null;
        }

        double[] means = [.. Enumerable.Range(0, Steps + 1).Select(step => aucs.Average(auc => auc[step]))];
        return (double)Array.IndexOf(means, means.Max()) / Steps;
    }

    /// <summary>The AUC for each a of an attack on one model by the others; a model trained on the complement of its records is left out with it, since with it a record's
    /// number of references would tell whether it is a member.</summary>
    internal static double[]? Aucs(int attacked, ShadowSignals signals, InclusionMask inclusion, TrueClassProbability reading, AttackRun run)
    {
        bool[] leftOut = [.. Enumerable.Range(0, signals.Models).Select(model => model == attacked || Complement(inclusion.Of(attacked), inclusion.Of(model)))];
        var means = new ReferenceMeans(signals, inclusion, reading);
        var outside = new MeanProbability[signals.Records];
        var target = new double[signals.Records];
        RecordBlocks.Run(signals.Records, 512, run, (start, end) =>
        {
            for (int record = start; record < end; record++)
            {
                ProbabilitySum sum = means.Sums(record, 0, leftOut).Out;
                outside[record] = sum.Mean;
                target[record] = sum.Count == 0 ? double.NaN : reading.Log(signals.Row(record)[attacked * signals.Views]);
            }
        });

        int[] members = [.. Kept(target, inclusion, attacked, true)];
        int[] nonMembers = [.. Kept(target, inclusion, attacked, false)];
        if (members.Length == 0 || nonMembers.Length == 0)
        {
            return null;
        }

        var aucs = new double[Steps + 1];
        RecordBlocks.Run(aucs.Length, 1, run, (step, _) =>
        {
            double a = (double)step / Steps;
            aucs[step] = Auc(members, nonMembers, record => target[record] - outside[record].Offline(a).Log());
        });
        return aucs;
    }

    private static double Auc(int[] members, int[] nonMembers, Converter<int, double> score)
        => ScoreSample.Create(Array.ConvertAll(members, score), Array.ConvertAll(nonMembers, score)).Moments.Data.Auc;

    private static IEnumerable<int> Kept(double[] target, InclusionMask inclusion, int attacked, bool member)
        => Enumerable.Range(0, target.Length).Where(record => inclusion[attacked, record] == member && !double.IsNaN(target[record]));

    private static bool HasBothSides(ReadOnlySpan<bool> trainedOn) => trainedOn.Contains(true) && trainedOn.Contains(false);

    private static bool Complement(ReadOnlySpan<bool> first, ReadOnlySpan<bool> second)
    {
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] == second[i])
            {
                return false;
            }
        }

        return true;
    }
}
