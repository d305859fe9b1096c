using System.Globalization;

namespace Paname.Testing;

/// <summary>Failed gates as annotations of a GitHub workflow: commands that its runner reads from a step's standard output, one a line.</summary>
/// <remarks>They are printed after the tests by <c>paname report --github</c>, not by the tests: with the usual verbosity <c>dotnet test</c> does not pass on what a test writes.</remarks>
public static class GitHubAnnotations
{
    /// <summary>GitHub shows as many errors per step; it drops the others without a word.</summary>
    public const int MostPerStep = 10;

    /// <summary>The annotations of failed gates; gates that hold have none.</summary>
    /// <param name="gates">The gates of a run.</param>
    /// <returns>Lines without their ends, <see cref="MostPerStep"/> at most: the last of more says how many there are besides.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<ReportGate> gates)
    {
        ArgumentNullException.ThrowIfNull(gates);
        ReportGate[] failed = [.. gates.Where(gate => !gate.Holds)];
        return failed.Length <= MostPerStep
            ? [.. failed.Select(Of)]
            : [.. failed.Take(MostPerStep - 1).Select(Of), Command(null, null, "Privacy gates failed", string.Create(CultureInfo.InvariantCulture, $"{failed.Length - MostPerStep + 1} more privacy gates failed: see the step's summary and the report."))];
    }

    /// <summary>The annotation of one gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <returns>A line without its end.</returns>
    public static string Of(ReportGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Command(gate.File, gate.Line, $"Privacy gate failed: {GateMarkdown.Name(gate)}", GateMarkdown.Headline(gate) + Found(gate));
    }

    private static string Found(ReportGate gate)
        => gate is { Attack: not null, Estimate: not null, Lower: not null, Upper: not null }
            ? string.Create(CultureInfo.InvariantCulture, $"\n{gate.Attack}: {gate.Estimate:F4}, one-sided 95 % bounds {gate.Lower:F4} and {gate.Upper:F4}")
            : string.Empty;

    private static string Command(string? file, int? line, string title, string message)
    {
        string place = file is null ? string.Empty : $"file={Property(file)},{(line is { } number ? string.Create(CultureInfo.InvariantCulture, $"line={number},") : string.Empty)}";
        return $"::error {place}title={Property(title)}::{Data(message)}";
    }

    // As the runner reads them back: the percent sign first, then what would end the line, the value or the list.
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
