namespace Paname.Tool;

/// <summary>One run of a verb: its surroundings and the options all verbs have.</summary>
/// <param name="Context">Where text goes, where paths start.</param>
/// <param name="Json">Whether the result is one JSON document.</param>
/// <param name="Quiet">Whether neither result nor progress is written.</param>
/// <param name="Token">Cancelled by Ctrl+C.</param>
internal sealed record ToolSession(ToolContext Context, bool Json, bool Quiet, CancellationToken Token)
{
    /// <summary>Writes a message that is not the result.</summary>
    internal void Tell(string message)
    {
        if (!Quiet)
        {
            Context.Error.WriteLine(message);
        }
    }

    internal string PathOf(string path) => Context.PathOf(path);
}
