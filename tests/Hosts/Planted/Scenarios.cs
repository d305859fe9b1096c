using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Hosts;

/// <summary>Members have larger margins: the verdict is red and lists the most exposed records.</summary>
public sealed class Leaky : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Data());

    internal static MembershipData Data(Func<string[], string[]>? spoil = null, CsvOptions? options = null) => MembershipData.FromCsv(
        PlantedFile.Write("train", 3, 11, spoil),
        PlantedFile.Write("holdout", 1, 12),
        label: "Kind",
        id: "Id",
        options ?? new CsvOptions { Group = "Person" });

    /// <summary>Replaces cells of the tenth record: the position counts from 0, Id to Kind.</summary>
    internal static string[] Replace(string[] lines, int cell, string with)
    {
        string[] cells = lines[10].Split(',');
        cells[cell] = with;
        lines[10] = string.Join(',', cells);
        return lines;
    }
}

/// <summary>Too few records for a verdict: the message lists exposed records as well.</summary>
public sealed class Few : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (
        PlantedModel.Of(),
        MembershipData.FromCsv(PlantedFile.Write("train", 1, 11, Some), PlantedFile.Write("holdout", 1, 12, Some), label: "Kind", id: "Id"));

    private static string[] Some(string[] lines) => lines[..41];
}

/// <summary>A column of numbers with one cell that is none.</summary>
public sealed class UnreadableNumber : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 4, Planted.Text)));
}

/// <summary>A number beyond the range of a double.</summary>
public sealed class NonFiniteNumber : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 3, Planted.Digits + "e999")));
}

/// <summary>A number with a decimal comma.</summary>
public sealed class DecimalComma : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 3, $"\"{Planted.Digits},5\"")));
}

/// <summary>A label that is no class index.</summary>
public sealed class UnreadableLabel : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 5, Planted.Text)));
}

/// <summary>A label that no model has a class for.</summary>
public sealed class HugeLabel : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 5, Planted.Digits[..9])));
}

/// <summary>A label that the map does not know.</summary>
public sealed class LabelOutsideMap : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (
        PlantedModel.Of(),
        Leaky.Data(
            lines => Leaky.Replace(lines, 5, Planted.Text),
            new CsvOptions { LabelMap = new Dictionary<string, int> { ["0"] = 0, ["1"] = 1, ["2"] = 2 } }));
}

/// <summary>A row with a cell too many.</summary>
public sealed class RaggedRow : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 2, $"{Planted.Text},{Planted.Digits}")));
}

/// <summary>A quote that stands inside a cell.</summary>
public sealed class StrayQuote : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 2, $"{Planted.Text}\"{Planted.Digits}")));
}

/// <summary>A quote that is never closed.</summary>
public sealed class OpenQuote : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 2, $"\"{Planted.Text}")));
}

/// <summary>One id for two records.</summary>
public sealed class DuplicateId : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 0, $"{Planted.Text}-train-3")));
}

/// <summary>One id on both sides.</summary>
public sealed class SharedId : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 0, $"{Planted.Text}-holdout-3")));
}

/// <summary>One group on both sides: a finding beside a red verdict.</summary>
public sealed class SharedGroup : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 1, $"{Planted.Text}-holdout-3")));
}

/// <summary>A missing number beside the planted cells.</summary>
public sealed class MissingNumber : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => Leaky.Replace(lines, 4, string.Empty)));
}

/// <summary>A file whose first line is a record.</summary>
public sealed class NoHeader : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(), Leaky.Data(lines => lines[1..]));
}

/// <summary>A model that gives NaN for one record.</summary>
public sealed class NotANumber : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (PlantedModel.Of(planted: double.NaN), Leaky.Data());
}

/// <summary>A delegate whose exception, and its inner one, quote the records.</summary>
public sealed class FailingModel : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (
        PlantedModel.Of(batch => throw new InvalidOperationException(PlantedModel.Show(batch), new FormatException(PlantedModel.Show(batch)))),
        Leaky.Data());
}

/// <summary>A classifier of the user's own that throws what a dictionary would.</summary>
public sealed class ThrowingClassifier : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (new QuotingClassifier(), Leaky.Data());
}

/// <summary>A delegate that fills records and quotes what it cannot parse.</summary>
public sealed class ThrowingRows : IScenario
{
    public static (IClassifier Model, MembershipData Data) Load() => (
        PlantedModel.Of(),
        MembershipData.FromRows<double>(60, 60, [1], (_, _, _) => throw new FormatException($"not a number: {Planted.Text} {Planted.Digits}")));
}
