using System.Diagnostics;
using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Bench.Measuring;

namespace Paname.Bench.Location;

/// <summary>Membership inference on Location-30 from scratch: ten targets, the strength of each attack, and how it grows with the number of shadow models.</summary>
internal static class LocationReport
{
    private const int Targets = 10;
    private const int Most = 64;
    private const int Seed = 1;

    internal static int Write(TextWriter to)
    {
        if (LocationData.Find() is not { } path)
        {
            to.WriteLine("Location-30: not measured, its file is not at hand (folder shared/data beside the project, or PANAME_REFERENCE).");
            return 0;
        }

        long start = Stopwatch.GetTimestamp();
        LabelledRecords records = LocationData.Read(path);
        LocationModels models = LocationModels.Train(records, Targets + Most, Seed);
        double training = Stopwatch.GetElapsedTime(start).TotalSeconds;
        to.WriteLine(Line($"Location-30 from scratch: {records.Count:N0} records, {Targets + Most} models 446-64-30, 30 epochs, each on half of the records, in complementary pairs."));
        to.WriteLine(Line($"Targets: {Targets} models; none of their complements is a shadow model. Training accuracy {Mean(models, true):F3}, on the other half {Mean(models, false):F3}."));
        to.WriteLine();
        to.WriteLine(Line($"{Most} shadow models: mean and standard deviation over {Targets} targets"));
        WriteAttacks(to, models);
        to.WriteLine();
        to.WriteLine("AUC / TPR at 1 % FPR by the number of shadow models: means over the same targets");
        WriteCurve(to, models);
        to.WriteLine();
        to.WriteLine(Line($"Wall time {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s on {Environment.ProcessorCount} cores, {training:F0} s of it reading, training and scoring."));
        return 0;
    }

    private static (string Name, IMembershipAttack Attack)[] Attacks() =>
    [
        ("loss", MembershipAttacks.Loss),
        ("calibrated loss", ShadowAttacks.CalibratedLoss()),
        ("LiRA offline, pooled variance", ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Offline, Variance = LiraVariance.Pooled })),
        ("LiRA online, pooled variance", ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Online, Variance = LiraVariance.Pooled })),
        ("LiRA online, variance per record", ShadowAttacks.Lira(new LiraOptions { Form = ShadowForm.Online, Variance = LiraVariance.PerRecord })),
        ("RMIA offline", ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Offline })),
        ("RMIA online", ShadowAttacks.Rmia(new RmiaOptions { Form = ShadowForm.Online })),
    ];

    private static void WriteAttacks(TextWriter to, LocationModels models)
    {
        List<string[]> rows = [["attack", "AUC", "TPR at 1 %", "TPR at 0.1 %"]];
        foreach ((string name, IMembershipAttack attack) in Attacks())
        {
            LocationScore[] found = Run(models, attack, Most);
            rows.Add([name, Spread(found.Select(f => f.Auc), "F3"), Spread(found.Select(f => f.Tpr1), "F3"), Spread(found.Select(f => f.Tpr01), "F3")]);
        }

        TextTable.Write(to, rows);
    }

    private static void WriteCurve(TextWriter to, LocationModels models)
    {
        int[] counts = [2, 4, 8, 16, 32, 64];
        List<string[]> rows = [["attack", .. counts.Select(count => Line($"K = {count}"))]];
        foreach ((string name, IMembershipAttack attack) in Attacks().Skip(1))
        {
            rows.Add([name, .. counts.Select(count => Cell(models, attack, count))]);
        }

        TextTable.Write(to, rows);
    }

    private static string Cell(LocationModels models, IMembershipAttack attack, int count)
    {
        LocationScore[] found = Run(models, attack, count);
        return found.Length == 0 ? "not applicable" : Line($"{found.Average(f => f.Auc):F3} / {found.Average(f => f.Tpr1):F3}");
    }

    private static LocationScore[] Run(LocationModels models, IMembershipAttack attack, int count)
    {
        int[] shadows = [.. Enumerable.Range(Targets, count)];
        return [.. Enumerable.Range(0, Targets).Select(target => new LocationTarget(models, target).Attack(attack, shadows)).OfType<LocationScore>()];
    }

    private static double Mean(LocationModels models, bool trainedOn) => Enumerable.Range(0, Targets).Average(target => models.Accuracy(target, trainedOn));

    private static string Spread(IEnumerable<double> values, string format)
    {
        double[] all = [.. values];
        double mean = all.Average();
        double deviation = Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1));
        return $"{mean.ToString(format, CultureInfo.InvariantCulture)} ± {deviation.ToString(format, CultureInfo.InvariantCulture)}";
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
