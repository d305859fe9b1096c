using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>paname shadows status: which models of a folder are trained.</summary>
internal sealed class ShadowsStatusCommand : ToolCommand
{
    private readonly Option<string> _folder = new("--folder") { Description = "The folder of 'paname shadows train'.", Required = true };

    internal ShadowsStatusCommand()
        : base("status", "Tells which shadow models of a folder are trained. Exit code 3 while some are missing.", "paname shadows status --folder shadows")
        => Add(_folder);

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        string directory = session.PathOf(line.GetRequiredValue(_folder));
        ShadowFolder folder = ShadowFolder.Open(directory);
        int[] done = [.. folder.Done];
        int[] missing = [.. Enumerable.Range(0, folder.Plan.Models).Except(done)];
        return new ToolResult(
            missing.Length == 0 ? ExitCode.Holds : ExitCode.Inconclusive,
            new JsonObject { ["folder"] = directory, ["models"] = folder.Plan.Models, ["done"] = Ranges.Text(done), ["missing"] = Ranges.Text(missing) },
            console =>
            {
                console.WriteLine(FormattableString.Invariant($"{directory}: {done.Length} of {folder.Plan.Models} models are trained."));
                if (missing.Length > 0)
                {
                    console.WriteLine($"Still to train: {Ranges.Text(missing)}.");
                }
            });
    }
}
