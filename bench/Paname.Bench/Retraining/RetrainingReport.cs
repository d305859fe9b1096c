using System.Diagnostics;
using Paname.Attacks.Data;
using Paname.Bench.Measuring;

namespace Paname.Bench.Retraining;

/// <summary>How often a retraining of the same recipe is called worse than its baseline, and how often one that leaks more is: real trainings of credit models with different seeds.</summary>
internal static class RetrainingReport
{
    private const int Models = 24;
    private const int Many = 8;
    private const double Percent = 100;

    internal static int Write(TextWriter to)
    {
        if (BenchInput.Missing(BenchInput.CreditMembers, BenchInput.CreditNonMembers) is { } missing)
        {
            to.WriteLine($"Retrainings: {missing}");
            return 0;
        }

        long start = Stopwatch.GetTimestamp();
        MembershipData data = Splits.Credit();
        to.WriteLine(Line($"Retrainings of credit models: {Models} seeds of each recipe, {data.Members.Count:N0} records per side, the three attacks of smoke/1 as one family."));
        foreach ((string records, Func<int, MembershipData> split) in new (string, Func<int, MembershipData>)[] { ("the same records", _ => data), ("another half of the records each time", seed => Splits.Halved(data, seed)) })
        {
            WriteSplit(to, records, split);
        }

        to.WriteLine();
        to.WriteLine(Line($"Wall time {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s."));
        return 0;
    }

    private static void WriteSplit(TextWriter to, string records, Func<int, MembershipData> split)
    {
        bool same = ReferenceEquals(split(1), split(2));
        RetrainedModel[] shipped = Train(Recipe.Shipped, split, 1_000);
        RetrainedModel[] wide = Train(Recipe.Wide(10), split, 2_000);
        RetrainedModel[] worse = Train(Recipe.Wide(26), split, 3_000);
        RetrainedModel[] worst = Train(Recipe.Wide(42), split, 4_000);
        to.WriteLine();
        to.WriteLine(Line($"Trained on {records}. AUC of the loss attack: {Spread(shipped)} ({Recipe.Shipped.Name}), {Spread(wide)} ({Recipe.Wide(10).Name}), {Spread(worse)} (26 epochs), {Spread(worst)} (42 epochs)."));
        List<string[]> rows = [["baseline", "false worse, regularised", "false worse, 128-128", Line($"seen: +{Mean(worse) - Mean(wide):F3}"), Line($"seen: +{Mean(worst) - Mean(wide):F3}"), "seen 4 times in 5 from"]];
        rows.Add(Row("k = 1, stored standard errors", 1, paired: false));
        if (same)
        {
            rows.Add(Row("k = 1, previous model re-scored", 1, paired: true));
        }

        rows.Add(Row(Line($"k = {Many} retrainings"), Many, paired: false));
        TextTable.Write(to, rows);

        string[] Row(string name, int count, bool paired) =>
        [
            name,
            Share(shipped, shipped, count, paired),
            Share(wide, wide, count, paired),
            Share(wide, worse, count, paired),
            Share(wide, worst, count, paired),
            Line($"+{Accepted.SeenFrom(wide[..count], worse[0], paired):F3}"),
        ];
    }

    // Every model in turn is the first of the baseline's retrainings, and every other one that is not among them is held against it.
    private static string Share(RetrainedModel[] accepted, RetrainedModel[] now, int count, bool paired)
    {
        int worse = 0, all = 0;
        for (int first = 0; first < accepted.Length; first++)
        {
            RetrainedModel[] baseline = [.. Enumerable.Range(first, count).Select(i => accepted[i % accepted.Length])];
            foreach (RetrainedModel model in now.Where(model => !baseline.Contains(model)))
            {
                all++;
                worse += Accepted.IsWorse(baseline, model, paired) ? 1 : 0;
            }
        }

        return Line($"{Percent * worse / all:F1} % of {all}");
    }

    private static RetrainedModel[] Train(Recipe recipe, Func<int, MembershipData> split, int seed)
        => [.. Enumerable.Range(seed, Models).Select(own => RetrainedModel.Train(recipe, split(own), own))];

    private static double Mean(RetrainedModel[] models) => models.Average(model => model.Estimates["Loss"].Value);

    private static string Spread(RetrainedModel[] models)
    {
        double mean = Mean(models);
        double deviation = Math.Sqrt(models.Sum(model => Math.Pow(model.Estimates["Loss"].Value - mean, 2)) / (models.Length - 1));
        return Line($"{mean:F4} ± {deviation:F4}");
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
