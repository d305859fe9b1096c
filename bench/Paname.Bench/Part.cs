using Paname.Bench.Metrics;
using Paname.Bench.Audit;
using Paname.Bench.Credit;
using Paname.Bench.Measuring;
using Paname.Bench.Membership;
using Paname.Bench.Training;

namespace Paname.Bench;

/// <summary>The workloads that run in a process of their own.</summary>
internal static class Part
{
    private static readonly Dictionary<string, Action<TextWriter>> Parts = new(StringComparer.Ordinal)
    {
        ["images"] = _ => ImageRecords.Make(),
        ["audit"] = _ => ImageAudit.RunOnce(),
        ["raw"] = _ => RawLoop.RunOnce(),
        ["auc"] = _ => AucBench.EstimateOnce(),
        ["sort"] = _ => AucBench.SortOnce(),
        ["train-mlp"] = _ => TrainingWorkload.Mlp().RunOnce(),
        ["train-cnn"] = _ => TrainingWorkload.Cnn().RunOnce(),
        ["train-parallel"] = _ => ParallelBench.RunOnce(parallel: 0),
        ["train-serial"] = _ => ParallelBench.RunOnce(parallel: 1),
        ["gradients-cnn"] = _ => GradientBench.GradientsOnce(TrainingWorkload.Cnn()),
        ["scores-cnn"] = _ => GradientBench.ScoresOnce(TrainingWorkload.Cnn()),
        ["gradients-mlp"] = _ => GradientBench.GradientsOnce(TrainingWorkload.Mlp()),
        ["scores-mlp"] = _ => GradientBench.ScoresOnce(TrainingWorkload.Mlp()),
        ["lira-online"] = _ => LiraBench.RunOnce(LiraBench.Online),
        ["lira-pooled"] = _ => LiraBench.RunOnce(LiraBench.Pooled),
        ["lira-offline"] = _ => LiraBench.RunOnce(LiraBench.Offline),
        ["lira-naive"] = _ => LiraBench.NaiveOnce(),
        ["rmia"] = _ => RmiaBench.RunOnce(),
        ["rmia-large"] = _ => RmiaBench.LargeOnce(),
        ["rmia-large-signals"] = _ => RmiaBench.MakeLarge(),
        ["credit"] = to => CreditAudit.WriteTimes(to, CreditAudit.Run(seed: 1)),
    };

    internal static IEnumerable<string> Names => Parts.Keys;

    internal static int Run(string name, TextWriter to)
    {
        if ((Parts.GetValueOrDefault(name) ?? CostCurve.Part(name)) is not { } part)
        {
            Console.Error.WriteLine($"no part '{name}'; there are {string.Join(", ", Names)}");
            return 2;
        }

        part(to);
        to.WriteLine(PeakMemory.Own());
        return 0;
    }
}
