using System.Text.Json.Nodes;

namespace Paname.Testing;

/// <summary>One line of gates.jsonl: a gate and the key of the audit it judged.</summary>
internal static class GateLine
{
    internal const string FileName = "gates.jsonl";

    private const string AuditField = "audit";
    private const string Mend = "Remove the folder and run the tests again.";

    /// <summary>The line with its end.</summary>
    /// <param name="audit">The audit's key; null for a gate without an audit, such as scores made elsewhere.</param>
    /// <param name="gate">The gate.</param>
    internal static string Write(string? audit, ReportGate gate)
    {
        JsonObject line = JsonNode.Parse(StrictJson.WriteLine(gate))!.AsObject();
        if (audit is not null)
        {
            line.Insert(0, AuditField, audit);
        }

        return StrictJson.WriteLine(line) + "\n";
    }

    internal static (string? Audit, ReportGate Gate) Read(string line, string name)
    {
        Line read = StrictJson.Read<Line>(line, name, schema: null, Mend);
        return (read.Audit, StrictJson.Read<ReportGate>(StrictJson.WriteLine(read.Gate), name, schema: null, Mend));
    }

    /// <summary>The line with the gate's own fields still unread.</summary>
    private sealed class Line
    {
        public string? Audit { get; init; }

        [System.Text.Json.Serialization.JsonExtensionData]
        public JsonObject Gate { get; init; } = [];
    }
}
