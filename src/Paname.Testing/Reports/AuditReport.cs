namespace Paname.Testing;

/// <summary>All that is told about one audit, fit to be stored and rendered: what was audited, how, what each attack found, what the controls and gates said.
/// Holds no value of a record; records appear by the names they have in messages.</summary>
public sealed record AuditReport
{
    /// <summary>The format's name and version.</summary>
    public const string SchemaName = "paname-report/1";

    /// <summary>The format: <see cref="SchemaName"/>.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>Tells this audit from others: the same for the same model, data, attack set and seed.</summary>
    public required string Key { get; init; }

    /// <summary>What was audited.</summary>
    public required ReportSubject Subject { get; init; }

    /// <summary>How, when and by whom it was audited.</summary>
    public required ReportRun Run { get; init; }

    /// <summary>All attacks of the set, in its order, whether they ran or not.</summary>
    public required IReadOnlyList<ReportAttack> Attacks { get; init; }

    /// <summary>What the controls gave; empty when none ran.</summary>
    public IReadOnlyList<ReportControl> Controls { get; init; } = [];

    /// <summary>What the reader must know beside the numbers.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    /// <summary>The tests that judged the audit.</summary>
    public IReadOnlyList<ReportGate> Gates { get; init; } = [];

    /// <summary>How useful the model is, as measured by its owner.</summary>
    public IReadOnlyList<UtilityMetric> Utility { get; init; } = [];

    /// <summary>What was tested of the five families of EDPB Opinion 28/2024, paragraph 55.</summary>
    public IReadOnlyList<ReportCoverage> Coverage { get; init; } = [];

    /// <summary>The report of an audit, without gates.</summary>
    /// <param name="audit">What the audit found.</param>
    /// <returns>The report; who ran it and on which commit is read from the environment of a build server and the repository's files.</returns>
    public static AuditReport Of(MembershipAuditResult audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ReportAttack[] attacks = [.. audit.Attacks.Select(attack => AttackReports.Of(attack, audit.Seed))];
        return new AuditReport
        {
            Key = ReportKey.Of(audit, attacks),
            Subject = new ReportSubject
            {
                Target = audit.Target,
                TargetFingerprint = audit.TargetFingerprint,
                DataFingerprint = audit.DataFingerprint,
                Members = audit.Members,
                NonMembers = audit.NonMembers,
                MemberAccuracy = audit.MemberAccuracy,
                NonMemberAccuracy = audit.NonMemberAccuracy,
                Parameters = audit.Parameters,
                Shadows = audit.Shadows,
            },
            Run = RunReports.Of(audit),
            Attacks = attacks,
            Controls = audit.Controls,
            Findings = audit.Findings,
            Utility = audit.Utility,
            Coverage = CoverageReports.Of(audit),
        };
    }

    /// <summary>Reads a report written by <see cref="ToJson"/>.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">The text is no such report; the message names the file and the field.</exception>
    public static AuditReport Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        return StrictJson.Read<AuditReport>(json, name, SchemaName, "Run the audit again to write it anew.");
    }

    /// <summary>The report as JSON: sorted keys, LF, numbers that come back exactly.</summary>
    /// <returns>The text of a file.</returns>
    public string ToJson() => StrictJson.WriteIndented(this);
}
