using Paname.Testing;

namespace Paname.Tool;

/// <summary>Holds an audit against a baseline file, and writes what was measured beside it unless it is the same.</summary>
internal static class AuditBaseline
{
    internal static IEnumerable<JudgedGate> Judge(BaselineConfig? baseline, AuditedMetric auc, ToolContext context)
    {
        if (baseline is null)
        {
            return [];
        }

        string path = Words.Need(baseline.File, "The baseline's file");
        if (!path.EndsWith(BaselineName.VerifiedEnding, StringComparison.Ordinal))
        {
            throw ToolException.WrongCommandLine($"A baseline's file is named *{BaselineName.VerifiedEnding}.");
        }

        string stem = Path.GetFileName(path)[..^BaselineName.VerifiedEnding.Length];
        Baseline? verified = File.Exists(path) ? Baseline.Parse(File.ReadAllText(path), Path.GetFileName(path)) : null;
        BaselineOptions options = AuditRun.Checked(() => new BaselineOptions
        {
            Margin = baseline.Margin ?? verified?.Margin ?? new BaselineOptions().Margin,
            GatedTprAt = baseline.GatedTprAt ?? GatedRates(verified),
        });
        if (!MembershipContent.Of(auc.Audit, options).Metrics.Values.Any(metric => metric.Gated))
        {
            throw new ToolException(ExitCode.Inconclusive, "No attack gave a number, so nothing can be held against the baseline; without --baseline the audit tells why.");
        }

        Baseline received = Baseline.FromAudit(auc.Audit, verified?.Test ?? stem, options, verified);
        var comparison = BaselineComparison.Of(verified, received, AuditGates.Replay(received.Subject.Seed));
        string place = Path.Combine(Path.GetDirectoryName(path)!, stem + BaselineName.ReceivedEnding);
        return [Judged(comparison, Keep(comparison, place, context.Say(place)))];
    }

    /// <returns>What to say of the received file.</returns>
    private static string Keep(BaselineComparison comparison, string place, string shown)
    {
        if (comparison.Outcome == BaselineOutcome.Same)
        {
            File.Delete(place);
            return string.Empty;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        WholeFile.Write(place, comparison.Received.ToJson());
        return $"\n  Received: {shown}\n  Accept: paname accept \"{shown}\"{(comparison.Outcome is BaselineOutcome.Worse or BaselineOutcome.Changed ? " --reason \"why\"" : string.Empty)}";
    }

    private static JudgedGate Judged(BaselineComparison comparison, string kept)
    {
        BaselineMetricComparison? first = comparison.Metrics.FirstOrDefault(metric => metric.Gated && metric.Outcome == comparison.Outcome);
        return new JudgedGate(
            new ReportGate
            {
                Test = AuditGates.TestName,
                Framework = "paname",
                Kind = "baseline",
                Metric = "baseline",
                Verdict = comparison.Outcome.ToString(),
                Holds = comparison.Holds,
                Attack = first?.Name,
                Estimate = first?.Received?.Estimate,
                Lower = first?.Received?.Lower,
                Upper = first?.Received?.Upper,
                Message = comparison.Message.TrimEnd() + kept,
            },
            "no worse than the baseline",
            ReviewCommand.CodeOf(comparison.Outcome));
    }

    /// <summary>The rates that the file gates: an audit from the command line measures what the file's own test does.</summary>
    private static double[] GatedRates(Baseline? verified) =>
    [
        .. (verified?.Metrics ?? new Dictionary<string, BaselineMetric>())
            .Where(metric => metric.Value.Gated)
            .Select(metric => MetricNames.FprOf(metric.Key))
            .OfType<double>()
            .Distinct(),
    ];
}
