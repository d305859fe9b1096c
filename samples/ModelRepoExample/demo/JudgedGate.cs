using System.Globalization;
using System.Text.Json;

namespace ModelRepoExample.Demo;

/// <summary>One judged limit or baseline, as Paname writes it to the file named by PANAME_RESULTS: one JSON object a line.</summary>
internal sealed record JudgedGate
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string? Test { get; init; }

    public required string Framework { get; init; }

    public required string Model { get; init; }

    /// <summary>The strongest attack the gate judged; none when none could be judged.</summary>
    public string? Attack { get; init; }

    /// <summary>The attack set the gate belongs to, such as "smoke/1".</summary>
    public string? AttackSet { get; init; }

    public required string Metric { get; init; }

    public double? Estimate { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    /// <summary>The lower bound that holds for all attacks of the audit at once: the one to quote of an attack that was chosen for its estimate.</summary>
    public double? LowerOfAll { get; init; }

    /// <summary>How many attacks those are.</summary>
    public int ChosenAmong { get; init; }

    /// <summary>The limit; none when the gate is a baseline.</summary>
    public double? Limit { get; init; }

    /// <summary>The metric that a baseline was decided by.</summary>
    public string? MetricName { get; init; }

    /// <summary>By how much it differs from the baseline; higher is worse.</summary>
    public double? Difference { get; init; }

    public required string Verdict { get; init; }

    public int Members { get; init; }

    public int NonMembers { get; init; }

    internal bool Passed => Verdict is "Pass" or "Same" or "Better";

    internal bool IsBaseline => Metric == "baseline";

    internal bool LeakProven => Verdict == "Fail";

    internal bool IsAuc => Metric == "auc";

    /// <summary>Whether the attacks had shadow models to compare with.</summary>
    internal bool HadShadows => AttackSet?.StartsWith("standard/", StringComparison.Ordinal) == true;

    /// <summary>"auc" and "tpr@0.01" as a reader knows them.</summary>
    internal string MetricShown => Metric.Split('@') switch
    {
        ["auc"] => "AUC",
        ["tpr", string fpr] => string.Create(CultureInfo.InvariantCulture, $"TPR at {100 * double.Parse(fpr, CultureInfo.InvariantCulture):0.####} % FPR"),
        _ => MetricName ?? Metric,
    };

    internal static IReadOnlyList<JudgedGate> Read(string path)
        => File.Exists(path)
            ? [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JudgedGate>(line, Options)!)]
            : [];
}
