using System.Globalization;
using System.Text;

namespace Paname.Testing;

/// <summary>A gate as Markdown for a step's summary: a line when it holds, a short section when it does not.</summary>
internal static class GateMarkdown
{
    // One gate on many classes must not use up the room of the others.
    private const int MostBytes = 6000;

    internal static string Of(string? target, ReportGate gate) => gate.Holds ? Line(target, gate) : Section(target, gate);

    private static string Line(string? target, ReportGate gate)
        => $"- {Code(Name(gate))} {(gate.Verdict == "NotApplicable" ? "not applicable" : "passed")}: {Claim(gate)}{On(target)}{Found(gate)}\n";

    private static string Section(string? target, ReportGate gate)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### Privacy gate failed: {Code(Name(gate))}\n\n{Plain(Headline(gate))}\n\n");
        text.Append("| judged | strongest attack | estimate | lower bound | upper bound | verdict |\n|---|---|---|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| {Claim(gate)}{On(target)} | {Plain(gate.Attack ?? "-")} | {Number(gate.Estimate)} | {Number(gate.Lower)} | {Number(gate.Upper)} | {Plain(gate.Verdict)} |\n\n");
        string message = Shortened(gate.Message);
        string fence = Fence(message);
        text.Append(CultureInfo.InvariantCulture, $"<details><summary>The judgement in full</summary>\n\n{fence}text\n{message}\n{fence}\n\n</details>\n\n");
        return text.ToString();
    }

    /// <summary>The first line of the judgement.</summary>
    internal static string Headline(ReportGate gate) => gate.Message.ReplaceLineEndings("\n").TrimStart().Split('\n')[0];

    internal static string Name(ReportGate gate) => string.IsNullOrWhiteSpace(gate.Test) ? "a privacy test" : gate.Test;

    private static string Claim(ReportGate gate) => gate.Kind switch
    {
        "baseline" => $"baseline {Plain(gate.Verdict)}",
        "epsilon" => FormattableString.Invariant($"epsilon {gate.Limit} not refuted"),
        _ => FormattableString.Invariant($"{Plain(gate.Metric)} below {gate.Limit}"),
    };

    private static string On(string? target) => target is null ? string.Empty : $" for {Plain(target)}";

    private static string Found(ReportGate gate)
        => gate is { Attack: { } attack, Estimate: not null } ? $" ({Plain(attack)} {Number(gate.Estimate)}{(gate.Upper is null ? string.Empty : $", at most {Number(gate.Upper)}")})" : string.Empty;

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";

    private static string Shortened(string message)
    {
        string[] lines = message.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        int kept = 0;
        for (int bytes = 0; kept < lines.Length; kept++)
        {
            bytes += SharedFile.Utf8.GetByteCount(lines[kept]) + 1;
            if (bytes > MostBytes)
            {
                break;
            }
        }

        return kept == lines.Length
            ? string.Join('\n', lines)
            : string.Join('\n', [.. lines[..kept], string.Create(CultureInfo.InvariantCulture, $"... {lines.Length - kept} more lines are in the test's message.")]);
    }

    // Longer than any run of backticks in the text, which cannot end the block then.
    private static string Fence(string text)
    {
        int longest = 2;
        int run = 0;
        foreach (char letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', longest + 1);
    }

    private static string Code(string text) => $"`{OneLine(text).Replace('`', '\'')}`";

    private static string Plain(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in OneLine(text))
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
