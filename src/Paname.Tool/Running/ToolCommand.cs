using System.CommandLine;

namespace Paname.Tool;

/// <summary>A verb: reads its request off the command line, runs it, and gives a result that is written as text or as JSON.</summary>
internal abstract class ToolCommand : Command
{
    internal const string JsonName = "--json";

    private readonly Option<bool> _json = new(JsonName) { Description = "Print one JSON document on standard output and nothing else; messages go to standard error." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print no result and no progress: the exit code tells. Errors are still told." };

    protected ToolCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        Add(_json);
        Add(_quiet);
    }

    /// <summary>Command lines that show its use, for --help.</summary>
    internal IReadOnlyList<string> Examples { get; }

    /// <summary>Reads the request and runs it.</summary>
    internal abstract ToolResult Run(ParseResult line, ToolSession session);

    internal ToolSession Session(ParseResult line, ToolContext context, CancellationToken token)
        => new(context, line.GetValue(_json), line.GetValue(_quiet), token);
}
