using System.Globalization;
using Paname.Attacks.Targets;

namespace Hosts;

/// <summary>Predictions that leak: ids and groups hold the planted text.</summary>
public sealed class LeakyPredictions : IPredictionScenario
{
    private const int Half = 200;

    public static PrecomputedPredictions Load() => Read(Lines());

    internal static PrecomputedPredictions Read(IEnumerable<string> lines) => PrecomputedPredictions.FromCsv(
        PlantedFile.Save("predictions.csv", lines),
        OutputKind.Logits,
        ["A", "B", "C"],
        member: "Member",
        new PredictionCsvOptions { Label = "Kind", Id = "Id", Group = "Person" });

    internal static string[] Lines() =>
    [
        "Id,Person,Member,Kind,A,B,C",
        .. Enumerable.Range(0, 2 * Half).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{Planted.Text}-{i},{Planted.Text}-{i / 2},{(i < Half ? 1 : 0)},{i % 3},{(i % 3 == 0 ? Margin(i) : 0)},{(i % 3 == 1 ? Margin(i) : 0)},{(i % 3 == 2 ? Margin(i) : 0)}")),
    ];

    private static double Margin(int i) => (i < Half ? 3 : 0) + Math.Sin(i);
}

/// <summary>An output that is no number.</summary>
public sealed class BadPredictionCell : IPredictionScenario
{
    public static PrecomputedPredictions Load()
    {
        string[] lines = LeakyPredictions.Lines();
        lines[5] = lines[5][..lines[5].LastIndexOf(',')] + $",{Planted.Text}";
        return LeakyPredictions.Read(lines);
    }
}

/// <summary>A member flag that is none.</summary>
public sealed class BadMemberFlag : IPredictionScenario
{
    public static PrecomputedPredictions Load()
    {
        string[] lines = LeakyPredictions.Lines();
        lines[5] = $"x,y,{Planted.Text},{Planted.Digits},0,0,0";
        return LeakyPredictions.Read(lines);
    }
}

/// <summary>Predicted labels as texts, in a file without a header: nothing in its first line looks like a number.</summary>
public sealed class NoPredictionHeader : IPredictionScenario
{
    public static PrecomputedPredictions Load() => PrecomputedPredictions.FromCsv(
        PlantedFile.Save("labels.csv", [$"{Planted.Text},good,true", $"{Planted.Text}x,bad,false"]),
        OutputKind.LabelsOnly,
        ["Predicted"],
        member: "Member",
        new PredictionCsvOptions { Label = "Kind", LabelMap = new Dictionary<string, int> { ["good"] = 0, ["bad"] = 1 } });
}
