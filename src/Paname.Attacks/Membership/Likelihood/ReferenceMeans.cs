using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>What reference models give each record on average, over those trained on it and those trained without it.</summary>
internal sealed class ReferenceMeans
{
    private const int RecordsAtOnce = 512;

    private readonly ShadowSignals _references;
    private readonly InclusionMask? _inclusion;
    private readonly TrueClassProbability _reading;

    /// <summary>Means over the references; without a mask no reference was trained on any of the records.</summary>
    internal ReferenceMeans(ShadowSignals references, InclusionMask? inclusion, TrueClassProbability reading)
    {
        _references = references;
        _inclusion = inclusion;
        _reading = reading;
    }

    /// <summary>log p of the target less log p-bar, averaged over views.</summary>
    /// <param name="target">Records x 1 model x views.</param>
    /// <param name="offlineA">a of the offline form, or <see langword="null"/> for the online form.</param>
    /// <param name="run">Threads and cancellation.</param>
    /// <returns>One number per record.</returns>
    internal double[] LogRatios(ShadowSignals target, double? offlineA, AttackRun run)
    {
        var ratios = new double[target.Records];
        RecordBlocks.Run(target.Records, RecordsAtOnce, run, (start, end) =>
        {
            for (int record = start; record < end; record++)
            {
                ReadOnlySpan<double> signals = target.Row(record);
                double sum = 0;
                for (int view = 0; view < signals.Length; view++)
                {
                    (ProbabilitySum inside, ProbabilitySum outside) = Sums(record, view, null);
                    sum += _reading.Log(signals[view]) - PBar(inside, outside, offlineA).Log();
                }

                ratios[record] = sum / signals.Length;
            }
        });
        return ratios;
    }

    /// <summary>Sums over all models, or over those not left out.</summary>
    internal (ProbabilitySum In, ProbabilitySum Out) Sums(int record, int view, bool[]? leftOut)
    {
        var inside = new ProbabilitySum();
        var outside = new ProbabilitySum();
        ReadOnlySpan<double> row = _references.Row(record);
        for (int model = 0, at = view; at < row.Length; model++, at += _references.Views)
        {
            if (leftOut?[model] == true)
            {
                continue;
            }

            if (_inclusion is not null && _inclusion[model, record])
            {
                inside.Add(_reading, row[at]);
            }
            else
            {
                outside.Add(_reading, row[at]);
            }
        }

        return (inside, outside);
    }

    // Online, a record that models of one kind only have seen: a population record, whose mean then is over all models there are.
    private static MeanProbability PBar(ProbabilitySum inside, ProbabilitySum outside, double? offlineA)
    {
        return offlineA is { } a ? outside.Mean.Offline(a)
            : inside.Count == 0 ? outside.Mean : outside.Count == 0 ? inside.Mean : MeanProbability.Online(inside.Mean, outside.Mean);
    }
}
