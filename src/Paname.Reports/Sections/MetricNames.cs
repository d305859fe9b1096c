using System.Globalization;
using Paname.Reports.Document;
using Paname.Reports.Texts;

namespace Paname.Reports.Sections;

/// <summary>Names metrics in the report's language by their keys; a key that is not known stands as it is.</summary>
internal sealed class MetricNames(MetricTexts texts, ReportNumbers numbers)
{
    internal Phrase Of(string key) => Name(key) is { } name ? name : Phrase.Code(key);

    internal string Text(string key) => Name(key) ?? key;

    /// <summary>Names a metric of a history, such as "Loss auc": the attack's name, then the metric's.</summary>
    internal string OfHistory(string name)
    {
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? Text(name) : $"{name[..space]}, {Text(name[(space + 1)..])}";
    }

    private string? Name(string key)
    {
        if (key.EndsWith(" per class", StringComparison.Ordinal))
        {
            return key == "auc per class" ? texts.AucPerClass : null;
        }

        const string Class = "auc[class ";
        if (key.StartsWith(Class, StringComparison.Ordinal) && key.EndsWith(']'))
        {
            return ReportTexts.Fill(texts.AucOfClass, key[Class.Length..^1]);
        }

        int at = key.IndexOf('@', StringComparison.Ordinal);
        double value = double.NaN;
        if (at > 0 && !double.TryParse(key.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return null;
        }

        return (at < 0 ? key : key[..at]) switch
        {
            "auc" when at < 0 => texts.Auc,
            "tpr" when at > 0 => ReportTexts.Fill(texts.TprAt, numbers.Percent(value)),
            "epsilon" when at > 0 => ReportTexts.Fill(texts.EpsilonAt, numbers.Short(value)),
            "epsilon" => texts.Epsilon,
            "advantage" when at < 0 => texts.Advantage,
            "baseline" when at < 0 => texts.Baseline,
            _ => null,
        };
    }
}
