using System.CommandLine;

namespace Paname.Tool;

/// <summary>The options that name what is written: the same for audits and reports.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _html = new("--html") { Description = "Write a report as one HTML file that needs no network." };
    private readonly Option<string?> _markdown = new("--markdown") { Description = "Write a report as Markdown." };
    private readonly Option<string?> _json = new("--json-file") { Description = "Write the audit as JSON (schema paname-report/1)." };
    private readonly Option<string?> _sarif = new("--sarif") { Description = "Write failed gates as SARIF 2.1.0." };
    private readonly Option<string?> _history = new("--history");
    private readonly Option<string?> _language = new("--language") { Description = "The language of HTML and Markdown reports: en (default) or fr." };

    /// <param name="command">The verb.</param>
    /// <param name="history">Whether the history is added to rather than read.</param>
    internal OutputOptions(Command command, bool history)
    {
        _history.Description = history ? "Add a line to this history, such as privacy-history.jsonl; reports show its trend." : "Show the trend of this history, such as privacy-history.jsonl.";
        foreach (Option option in new[] { _html, _markdown, _json, _sarif, _history, _language })
        {
            command.Add(option);
        }
    }

    internal OutputsConfig Read(ParseResult line, ToolSession session, OutputsConfig? configured)
    {
        OutputsConfig known = configured ?? new OutputsConfig();
        return known with
        {
            Html = Full(_html, known.Html),
            Markdown = Full(_markdown, known.Markdown),
            Json = Full(_json, known.Json),
            Sarif = Full(_sarif, known.Sarif),
            History = Full(_history, known.History),
            Language = line.GetValue(_language) ?? known.Language,
        };

        string? Full(Option<string?> option, string? other) => line.GetValue(option) is { Length: > 0 } path ? session.PathOf(path) : other;
    }
}
