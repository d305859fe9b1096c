using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Paname.Tool;

/// <summary>The options that say what an audit is held against: given ones take the place of all limits of a configuration file.</summary>
internal sealed class LimitOptions
{
    private readonly Option<double?> _auc = Number("--auc-below", "The AUC of every attack must lie below this, for example 0.55.");
    private readonly Option<string[]> _tpr = new("--tpr-below")
    {
        Description = "The true positive rate at a false positive rate must lie below a limit, as limit@rate: 0.03@0.01. May be repeated.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _evidence = new("--evidence") { Description = "How limits are read: upper-bound (default), leak-proven or point-estimate." };

    internal LimitOptions(Command command)
    {
        command.Add(_auc);
        command.Add(_tpr);
        command.Add(_evidence);
    }

    internal IReadOnlyList<LimitConfig> Read(ParseResult line, IReadOnlyList<LimitConfig>? configured)
    {
        string? evidence = line.GetValue(_evidence);
        var limits = new List<LimitConfig>();
        if (line.GetValue(_auc) is { } auc)
        {
            limits.Add(new LimitConfig { Metric = "auc", Below = auc });
        }

        limits.AddRange((line.GetValue(_tpr) ?? []).Select(Tpr));
        if (evidence is not null)
        {
            _ = AuditRequest.Limit.EvidenceOf(evidence);
        }

        IEnumerable<LimitConfig> chosen = limits.Count > 0 ? limits : configured ?? [];
        return [.. chosen.Select(limit => limit with { Evidence = evidence ?? limit.Evidence })];
    }

    /// <summary>A number in the invariant culture, whatever the machine's.</summary>
    internal static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            {
                return value;
            }

            result.AddError($"{name} takes a number such as 0.55.");
            return null;
        },
    };

    /// <summary>A whole number; what is none is told without a name of .NET.</summary>
    internal static int Whole(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        result.AddError($"{(result.Parent as OptionResult)?.IdentifierToken?.Value ?? "The option"} takes a whole number such as 16.");
        return 0;
    }

    private static LimitConfig Tpr(string text)
    {
        string[] parts = text.Split('@');
        return parts.Length == 2 && Parse(parts[0]) is { } below && Parse(parts[1]) is { } fpr
            ? new LimitConfig { Metric = "tpr", Below = below, Fpr = fpr }
            : throw ToolException.WrongCommandLine("--tpr-below is written as limit@rate: 0.03@0.01.");
    }

    private static double? Parse(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
