using System.CommandLine;
using System.Text.Json.Nodes;
using DiffEngine;
using Paname.Attacks.Data;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>paname review: what waits to be accepted, metric by metric.</summary>
internal sealed class ReviewCommand : ToolCommand
{
    private readonly Argument<string> _folder = new("folder") { Description = "Where to look, also below. Default: the current folder.", DefaultValueFactory = _ => "." };
    private readonly Option<bool> _diff = new("--diff") { Description = "Open each received file beside its baseline in your diff tool. Never on a build server." };

    internal ReviewCommand()
        : base(
            "review",
            "Lists received files with old and new value, bounds of the difference and verdict of each metric. Exit code 1 when a value is worse, 3 when something else waits.",
            "paname review",
            "paname review tests/CreditModel.Tests --diff")
    {
        Add(_folder);
        Add(_diff);
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        bool diff = line.GetValue(_diff);
        if (diff && session.Context.IsBuildServer)
        {
            throw ToolException.WrongCommandLine("No diff tool is opened on a build server: run 'paname review --diff' on your own machine.");
        }

        IReadOnlyList<ReceivedFile> waiting = ReceivedFile.In(session.PathOf(line.GetValue(_folder)!), session.Context.Variable);
        (ReceivedFile File, BaselineComparison? Comparison, string? Damage)[] compared = [.. waiting.Select(Compare)];
        foreach (ReceivedFile file in diff ? waiting : [])
        {
            Open(file, session);
        }

        return new ToolResult(
            Array.Exists(compared, one => one.Damage is not null) ? ExitCode.UnusableInput : ExitCode.OfAll(compared.Select(one => CodeOf(one.Comparison!.Outcome))),
            new JsonObject { ["received"] = new JsonArray([.. compared.Select(one => (JsonNode)Document(one.File, one.Comparison, one.Damage))]) },
            console =>
            {
                console.WriteLine(compared.Length == 0 ? "Nothing waits to be accepted." : FormattableString.Invariant($"{compared.Length} received:"));
                foreach ((ReceivedFile file, BaselineComparison? comparison, string? damage) in compared)
                {
                    console.WriteLine();
                    if (comparison is null)
                    {
                        console.WriteLine($"{file.Name}: cannot be read. {damage}");
                        continue;
                    }

                    console.WriteLine($"{file.Name}: {comparison.Outcome}. {comparison.Headline}");
                    ComparisonTable.Write(console, comparison);
                    console.WriteLine($"  Accept: paname accept \"{file.Name}\"{(comparison.Outcome is BaselineOutcome.Worse or BaselineOutcome.Changed ? " --reason \"why\"" : string.Empty)}");
                }
            });
    }

    /// <summary>What an outcome makes of the exit code, here and in audits.</summary>
    internal static int CodeOf(BaselineOutcome outcome) => outcome switch
    {
        BaselineOutcome.Same or BaselineOutcome.Better => ExitCode.Holds,
        BaselineOutcome.Worse => ExitCode.GateFailed,
        _ => ExitCode.Inconclusive,
    };

    /// <summary>A damaged file does not hide the others.</summary>
    private static (ReceivedFile File, BaselineComparison? Comparison, string? Damage) Compare(ReceivedFile file)
    {
        try
        {
            return (file, file.Compare(), null);
        }
        catch (PanameDataException exception)
        {
            return (file, null, exception.Message);
        }
    }

    private static JsonObject Document(ReceivedFile file, BaselineComparison? comparison, string? damage) => new JsonObject
    {
        ["name"] = file.Name,
        ["receivedFile"] = file.Received,
        ["verifiedFile"] = file.Verified,
        ["outcome"] = comparison?.Outcome.ToString(),
        ["headline"] = comparison?.Headline ?? damage,
        ["changes"] = new JsonArray([.. (comparison?.Changes ?? []).Select(change => (JsonNode)change)]),
        ["metrics"] = comparison is null ? new JsonArray() : ComparisonTable.Document(comparison),
    };

    private static void Open(ReceivedFile file, ToolSession session)
    {
        LaunchResult result = DiffRunner.Launch(file.Received, file.Verified);
        if (result is LaunchResult.NoDiffToolFound or LaunchResult.NoEmptyFileForExtension or LaunchResult.Disabled)
        {
            session.Tell($"paname: no diff tool was opened for {file.Name} ({result}).");
        }
    }
}
