namespace Paname.Testing;

/// <summary>Holds a result against its baseline: finds the file, compares, accepts where that is asked for, keeps what was received, and says all of it.</summary>
internal sealed class BaselineGate(GateContext context, BaselineOptions? options, string? caller, string? file, int line)
{
    private readonly BaselineOptions _options = options ?? new BaselineOptions();
    private readonly BaselineSession _session = context.Baselines;

    internal BaselineVerdict Judge(Func<BaselineOptions, BaselineContent> measure)
    {
        BaselineSettings settings = _session.Settings();
        var test = BaselineTest.Of(context, caller, file);
        var name = new BaselineName(test.Class, test.Method, string.IsNullOrWhiteSpace(_options.Variant) ? null : _options.Variant);
        string stem = name.Stem(string.IsNullOrWhiteSpace(_options.Name) ? null : _options.Name);
        _session.Calls.Ask(stem, $"{test.Site}|{name.Variant}");
        _session.RequireOwners(settings, name, test.IsExact);
        BaselineContent content = measure(_options);
        _session.Calls.Measure(stem, content.Key);
        // Measures of utility alone show nothing of a leak.
        BaselineVerdict verdict = !content.Metrics.Values.Any(metric => metric.Gated)
            ? new BaselineVerdict(BaselineOutcome.Inconclusive, false, NothingShown(content), null)
            : new BaselineRun(_session, settings, new BaselineFolder(settings.Directory, stem, settings.Environment, settings.IsEnvironmentNamed), content, context).Judge(name, _options);
        context.Judged(new Verdict(Outcome(verdict), verdict.Holds, verdict.Message, []));
        BaselineLog.Write(content.Subject, name.Test, verdict, context);
        return GateReports.Baseline(content.Audit, name.Test, verdict, context, SourcePlace.Of(file, line));
    }

    private static VerdictOutcome Outcome(BaselineVerdict verdict)
        => verdict.Outcome is null ? VerdictOutcome.NotApplicable
            : verdict.Holds ? VerdictOutcome.Pass
            : verdict.Outcome == BaselineOutcome.Worse ? VerdictOutcome.Fail
            : VerdictOutcome.Inconclusive;

    private static string NothingShown(BaselineContent content)
        => $"No attack of {content.Subject.AttackSet} gives the {content.Kind} of {content.Subject.Target}, so nothing was shown: {string.Join("; ", content.NotApplicable.Select(attack => $"{attack.Key} {attack.Value}"))}.";
}
