using System.Globalization;

namespace Paname.Testing;

/// <summary>What a metric's name says about it: "&lt;Attack&gt; auc", "&lt;Attack&gt; tpr@0.01", "&lt;Attack&gt; auc[class 1]", "&lt;Attack&gt; epsilon@1e-05", "utility &lt;name&gt;".</summary>
internal static class MetricNames
{
    private const string Utility = "utility ";
    private const string Rate = " tpr@";

    internal static bool IsUtility(string name) => name.StartsWith(Utility, StringComparison.Ordinal);

    /// <summary>The AUC over all records: what the margin is about.</summary>
    internal static bool IsAuc(string name) => !IsUtility(name) && name.EndsWith(" auc", StringComparison.Ordinal);

    /// <summary>Lies from 0 to 1.</summary>
    internal static bool IsShare(string name)
        => !IsUtility(name) && (IsAuc(name) || name.Contains(" auc[", StringComparison.Ordinal) || name.Contains(Rate, StringComparison.Ordinal));

    /// <summary>The false positive rate of a true positive rate; null for other metrics.</summary>
    internal static double? FprOf(string name)
        => !IsUtility(name) && name.LastIndexOf(Rate, StringComparison.Ordinal) is >= 0 and int at
            && double.TryParse(name.AsSpan(at + Rate.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double fpr) ? fpr : null;
}
