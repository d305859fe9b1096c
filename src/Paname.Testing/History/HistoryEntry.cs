namespace Paname.Testing;

/// <summary>One audit in the history of a model: a line of privacy-history.jsonl. Holds nothing about single records.</summary>
public sealed record HistoryEntry
{
    /// <summary>The format's name and version.</summary>
    public const string SchemaName = "paname-history/1";

    /// <summary>The format: <see cref="SchemaName"/>.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>When the audit began, in UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The commit, or <see langword="null"/> outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>The model's name: its file name.</summary>
    public required string Target { get; init; }

    /// <summary>SHA-256 of the model, or <see langword="null"/> for a delegate.</summary>
    public string? TargetFingerprint { get; init; }

    /// <summary>SHA-256 of the data.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>The attack set and its version.</summary>
    public required string AttackSet { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The version of Paname.</summary>
    public required string PanameVersion { get; init; }

    /// <summary>The metrics by name, such as "Loss auc".</summary>
    public required IReadOnlyDictionary<string, HistoryMetric> Metrics { get; init; }

    /// <summary>How useful the model is, as measured by its owner.</summary>
    public IReadOnlyList<UtilityMetric> Utility { get; init; } = [];

    /// <summary>The entry of an audit.</summary>
    /// <param name="audit">What the audit found.</param>
    /// <returns>The entry; its metrics are those of the audit's report, named "attack metric".</returns>
    public static HistoryEntry Of(MembershipAuditResult audit) => Of(AuditReport.Of(audit));

    /// <summary>The entry of an audit, made of its report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The entry.</returns>
    public static HistoryEntry Of(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new HistoryEntry
        {
            Time = report.Run.Started,
            Commit = report.Run.Commit,
            Target = report.Subject.Target,
            TargetFingerprint = report.Subject.TargetFingerprint,
            DataFingerprint = report.Subject.DataFingerprint,
            AttackSet = report.Run.AttackSet,
            Seed = report.Run.Seed,
            PanameVersion = report.Run.PanameVersion,
            Metrics = report.Attacks
                .SelectMany(attack => attack.Metrics.Select(metric => (Name: $"{attack.Name} {metric.Key}", Metric: metric)))
                .ToDictionary(found => found.Name, found => new HistoryMetric(found.Metric.Estimate, found.Metric.Lower, found.Metric.Upper, found.Metric.StandardError), StringComparer.Ordinal),
            Utility = report.Utility,
        };
    }

    /// <summary>Reads one line of a history.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="name">The file and the line's number, for errors.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">The line is no such entry; the message names file, line and field.</exception>
    public static HistoryEntry Parse(string line, string name)
    {
        ArgumentNullException.ThrowIfNull(line);
        return StrictJson.Read<HistoryEntry>(line, name, SchemaName, "Restore the line from version control, or remove it.");
    }

    /// <summary>The entry as one line of JSON without its end: sorted keys, numbers that come back exactly.</summary>
    /// <returns>The line.</returns>
    public string ToJson() => StrictJson.WriteLine(this with { Metrics = new SortedDictionary<string, HistoryMetric>(Metrics.ToDictionary(), StringComparer.Ordinal) });
}
