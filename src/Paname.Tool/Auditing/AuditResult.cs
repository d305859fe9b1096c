using System.Text.Json.Nodes;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>What 'paname audit' prints.</summary>
internal static class AuditResult
{
    internal static ToolResult Of(AuditedMetric auc, IReadOnlyList<JudgedGate> gates, IReadOnlyList<string> written)
    {
        MembershipAuditResult audit = auc.Audit;
        bool doubtful = gates.Count == 0 && (auc.Attacks.Count == 0 || audit.Findings.Any(finding => finding.BlocksPass));
        int code = doubtful ? ExitCode.Inconclusive : ExitCode.OfAll(gates.Select(gate => gate.Code));
        return new ToolResult(code, Document(auc, gates, written), console => Write(console, auc, gates, written));
    }

    private static void Write(IAnsiConsole console, AuditedMetric auc, IReadOnlyList<JudgedGate> gates, IReadOnlyList<string> written)
    {
        MembershipAuditResult audit = auc.Audit;
        console.WriteLine(FormattableString.Invariant(
            $"{audit.Target}: {audit.Members:N0} members against {audit.NonMembers:N0} non-members, attack set {audit.AttackSet}, seed {audit.Seed}"));
        Attacks(console, auc);
        if (gates.Count == 0)
        {
            console.WriteLine("Nothing was judged: give a limit (--auc-below 0.55) or a baseline.");
        }
        else
        {
            Gates(console, gates);
        }

        foreach (AuditFinding finding in audit.Findings)
        {
            console.WriteLine($"Note: {finding.Message.TrimEnd('.')}.");
        }

        foreach (JudgedGate gate in gates.Where(gate => gate.Code != ExitCode.Holds))
        {
            console.WriteLine();
            console.WriteLine(gate.Gate.Message);
        }

        foreach (string file in written)
        {
            console.WriteLine($"Written: {file}");
        }
    }

    private static void Attacks(IAnsiConsole console, AuditedMetric auc)
    {
        Table table = Tables.New("Attack", "AUC", "L", "U", "Remark");
        Dictionary<string, AttackEstimate> estimates = auc.Attacks.ToDictionary(attack => attack.Attack, StringComparer.Ordinal);
        foreach (AttackResult attack in auc.Audit.Attacks)
        {
            AttackEstimate? found = estimates.GetValueOrDefault(attack.Name);
            string remark = attack.NotApplicable is { } reason ? $"not applicable: {reason}" : attack.NotRun is { } late ? $"not run: {late}" : string.Empty;
            Tables.Row(table, attack.Name, Tables.Number(found?.Estimate.Value), Tables.Number(found?.Estimate.Lower), Tables.Number(found?.Estimate.Upper), remark);
        }

        console.Write(table);
    }

    private static void Gates(IAnsiConsole console, IReadOnlyList<JudgedGate> gates)
    {
        Table table = Tables.New("Gate", "Verdict", "Strongest", "Estimate", "L", "U");
        foreach (JudgedGate gate in gates)
        {
            ReportGate judged = gate.Gate;
            string colour = gate.Code switch { ExitCode.Holds => "green", ExitCode.GateFailed => "red", _ => "yellow" };
            table.AddRow(
                new Text(gate.Title),
                new Markup($"[{colour}]{Markup.Escape(judged.Verdict)}[/]"),
                new Text(judged.Attack ?? string.Empty),
                new Text(Tables.Number(judged.Estimate)),
                new Text(Tables.Number(judged.Lower)),
                new Text(Tables.Number(judged.Upper)));
        }

        console.Write(table);
    }

    private static JsonObject Document(AuditedMetric auc, IReadOnlyList<JudgedGate> gates, IReadOnlyList<string> written)
    {
        MembershipAuditResult audit = auc.Audit;
        Dictionary<string, AttackEstimate> estimates = auc.Attacks.ToDictionary(attack => attack.Attack, StringComparer.Ordinal);
        return new JsonObject
        {
            ["target"] = audit.Target,
            ["targetFingerprint"] = audit.TargetFingerprint,
            ["dataFingerprint"] = audit.DataFingerprint,
            ["attackSet"] = audit.AttackSet,
            ["seed"] = audit.Seed,
            ["members"] = audit.Members,
            ["nonMembers"] = audit.NonMembers,
            ["attacks"] = new JsonArray([.. audit.Attacks.Select(attack => (JsonNode)new JsonObject
            {
                ["name"] = attack.Name,
                ["auc"] = estimates.GetValueOrDefault(attack.Name)?.Estimate.Value,
                ["lower"] = estimates.GetValueOrDefault(attack.Name)?.Estimate.Lower,
                ["upper"] = estimates.GetValueOrDefault(attack.Name)?.Estimate.Upper,
                ["notApplicable"] = attack.NotApplicable,
                ["notRun"] = attack.NotRun,
            })]),
            ["gates"] = new JsonArray([.. gates.Select(gate => (JsonNode)new JsonObject
            {
                ["gate"] = gate.Title,
                ["kind"] = gate.Gate.Kind,
                ["metric"] = gate.Gate.Metric,
                ["limit"] = gate.Gate.Limit,
                ["verdict"] = gate.Gate.Verdict,
                ["holds"] = gate.Gate.Holds,
                ["attack"] = gate.Gate.Attack,
                ["estimate"] = gate.Gate.Estimate,
                ["lower"] = gate.Gate.Lower,
                ["upper"] = gate.Gate.Upper,
                ["message"] = gate.Gate.Message,
            })]),
            ["findings"] = new JsonArray([.. audit.Findings.Select(finding => (JsonNode)new JsonObject { ["message"] = finding.Message, ["blocksPass"] = finding.BlocksPass })]),
            ["written"] = new JsonArray([.. written.Select(file => (JsonNode)file)]),
        };
    }
}
