using Paname.Attacks.Data;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>Looks at baselines: those without a test, those that cannot see a worsening of their margin, those that know little of the luck of seeds.</summary>
internal static class BaselineCheckup
{
    private const int EnoughRetrainings = 5;
    private const double UsualSpread = .005;
    private const string XunitAdapter = "Paname.Testing.Xunit.dll";

    internal static IEnumerable<Complaint> Of(string file, TestAssembly? assembly)
    {
        string name = Path.GetFileName(file);
        Baseline? baseline = null;
        string? unreadable = null;
        try
        {
            baseline = Baseline.Parse(File.ReadAllText(file), name);
        }
        catch (PanameDataException exception)
        {
            unreadable = exception.Message;
        }

        if (baseline is null)
        {
            return [new Complaint("baselines", true, unreadable!, "Restore the file from version control.")];
        }

        return [.. assembly is null ? [] : Dangling(name, baseline, assembly), .. Blind(name, baseline), .. Luck(name, baseline)];
    }

    private static IEnumerable<Complaint> Dangling(string file, Baseline baseline, TestAssembly assembly)
    {
        // As in the test itself: xUnit v2 does not tell which class runs, so that a baseline may bear the name of its file.
        bool exact = !assembly.Methods.Any(method => method.Adapter?.EndsWith("Xunit", StringComparison.Ordinal) == true) && !File.Exists(Path.Combine(Path.GetDirectoryName(assembly.Path) ?? string.Empty, XunitAdapter));
        if (BaselineName.Read(baseline.Test) is { } test
            && !assembly.Methods.Any(method => method.Name == test.Method
                && (!exact || method.Class.Replace('+', '.') == test.Class || method.Class == test.Class || method.Class.EndsWith("+" + test.Class, StringComparison.Ordinal))))
        {
            yield return new Complaint(
                "baselines", true, $"{file} belongs to {baseline.Test}, and {Path.GetFileName(assembly.Path)} has no such test.", "Rename the baseline with its test, or delete it.");
        }
    }

    /// <summary>A run as long as the accepted one, of another model: what it could not see, the next run will not see.</summary>
    private static IEnumerable<Complaint> Blind(string file, Baseline baseline)
    {
        Baseline next = baseline with
        {
            Subject = baseline.Subject with { TargetFingerprint = null },
            Proposal = null,
            Acceptances = [],
            Metrics = baseline.Metrics.ToDictionary(metric => metric.Key, metric => AsReceived(metric.Value), StringComparer.Ordinal),
        };
        string[] blind = [.. BaselineComparison.Of(baseline, next).Metrics
            .Where(metric => metric.Gated && MetricNames.IsAuc(metric.Name) && metric.Mde > baseline.Margin)
            .Select(metric => FormattableString.Invariant($"{metric.Name} (sees {metric.Mde:F3})"))];
        if (blind.Length > 0)
        {
            yield return new Complaint(
                "power", true,
                FormattableString.Invariant($"{file}: a worsening of its margin, {baseline.Margin}, would not be seen four times in five in {string.Join(", ", blind)}."),
                "Give the previous model's file (MembershipSetup.Previous), accept 5 retrainings or more, hold out more records, or declare a larger margin.");
        }
    }

    private static BaselineMetric AsReceived(BaselineMetric metric) => metric with
    {
        Retrainings = new BaselineRetrainings([metric.Estimate], [null]),
        Anchor = new BaselineAnchor(metric.Estimate, metric.StandardError, 1, null),
        PairedStandardError = null,
    };

    private static IEnumerable<Complaint> Luck(string file, Baseline baseline)
    {
        string[] wide = [.. baseline.Metrics
            .Where(metric => metric.Value is { Gated: true, Retrainings: { Count: < EnoughRetrainings, StandardDeviation: > UsualSpread } })
            .Select(metric => FormattableString.Invariant($"{metric.Key} (SD {metric.Value.Retrainings.StandardDeviation:F4} of {metric.Value.Retrainings.Count})"))];
        if (wide.Length > 0)
        {
            yield return new Complaint(
                "baselines", false, $"{file}: training seeds move it more than is usual, and few retrainings tell how much: {string.Join(", ", wide)}.", "Accept retrainings until there are 5: paname accept --retraining.");
        }
    }
}
