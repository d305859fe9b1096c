using System.Security.Cryptography;
using System.Text;

namespace Paname.Testing;

/// <summary>Failed gates in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020), which code hosts show beside the sources.</summary>
public static class SarifReport
{
    private const string SchemaAddress = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly (string Kind, string Id, string Name, string Text)[] Rules =
    [
        ("limit", "paname/limit", "PrivacyLimit", "A privacy attack against the model is not shown to stay below the limit."),
        ("baseline", "paname/baseline", "PrivacyBaseline", "The model leaks more than its baseline, or cannot be compared with it."),
        ("epsilon", "paname/epsilon", "PrivacyEpsilon", "A claim of differential privacy is refuted."),
    ];

    /// <summary>Writes the log.</summary>
    /// <param name="gates">The gates of a run; those that hold are left out.</param>
    /// <returns>The text of a .sarif file. Paths are relative to the repository; a gate whose place is not known has a logical location only.</returns>
    public static string Render(IEnumerable<ReportGate> gates)
    {
        ArgumentNullException.ThrowIfNull(gates);
        return StrictJson.WriteIndented(new Dictionary<string, object>
        {
            ["$schema"] = SchemaAddress,
            ["runs"] = new[] { Run(gates) },
            ["version"] = "2.1.0",
        });
    }

    private static object Run(IEnumerable<ReportGate> gates) => new
    {
        ColumnKind = "utf16CodeUnits",
        Results = gates.Where(gate => !gate.Holds).Select(Result).ToArray(),
        Tool = new
        {
            Driver = new
            {
                Name = "Paname",
                Version = RunReports.Version,
                Rules = Rules.Select(rule => new
                {
                    rule.Id,
                    rule.Name,
                    ShortDescription = new { rule.Text },
                    DefaultConfiguration = new { Level = "error" },
                }).ToArray(),
            },
        },
    };

    private static object Result(ReportGate gate)
    {
        int rule = Array.FindIndex(Rules, known => known.Kind == gate.Kind);
        return new
        {
            RuleId = rule < 0 ? $"paname/{gate.Kind}" : Rules[rule].Id,
            RuleIndex = rule < 0 ? (int?)null : rule,
            Level = "error",
            Message = new { Text = gate.Message.ReplaceLineEndings("\n").Trim() },
            Locations = new[]
            {
                new
                {
                    PhysicalLocation = gate.File is not { } file ? null : new
                    {
                        ArtifactLocation = new { Uri = Address(file), UriBaseId = "%SRCROOT%" },
                        Region = gate.Line is { } line ? new { StartLine = line } : null,
                    },
                    LogicalLocations = new[] { new { FullyQualifiedName = GateMarkdown.Name(gate), Kind = "member" } },
                },
            },
            PartialFingerprints = new Dictionary<string, string> { ["panameGate/v1"] = Fingerprint(gate) },
        };
    }

    private static string Address(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    // The same gate on another day: what it found does not count.
    private static string Fingerprint(ReportGate gate)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{gate.Test}\n{gate.Kind}\n{gate.Metric}\n{gate.Limit:R}\n{gate.Evidence}"))))[..32];
}
