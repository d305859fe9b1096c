using System.Text;

namespace Paname.Testing;

/// <summary>Writes a comparison with a baseline as a work item: what was found, on what evidence, what changed, how to replay it, what to do next.</summary>
internal sealed class BaselineText(BaselineComparison comparison)
{
    private const int FingerprintShown = 12;

    private readonly Baseline _received = comparison.Received;

    internal string Headline()
    {
        string target = _received.Subject.Target;
        bool remeasured = comparison.Metrics.Any(metric => metric.Gated && metric.SameModel);
        return comparison.Outcome switch
        {
            BaselineOutcome.Worse when Any(BaselineOutcome.Worse, sameModel: true) => $"Worse: {target} is the model of the baseline, yet {Named(BaselineOutcome.Worse)} came out higher.",
            BaselineOutcome.Worse => $"Worse: {target} leaks more than its baseline, by {Named(BaselineOutcome.Worse)}.",
            BaselineOutcome.Better when Any(BaselineOutcome.Better, sameModel: true) => $"Better: {target} is the model of the baseline, yet {Named(BaselineOutcome.Better)} came out lower.",
            BaselineOutcome.Better => $"Better: {target} leaks less than its baseline, by {Named(BaselineOutcome.Better)}.",
            BaselineOutcome.Same when remeasured => $"Same: {target} is an accepted model, and its numbers are as accepted.",
            BaselineOutcome.Same => $"Same: {target} leaks neither more nor less than its baseline beyond what records and training seeds explain.",
            BaselineOutcome.Inconclusive => FormattableString.Invariant($"Inconclusive: {target} is not shown to be worse than its baseline, but a worsening of {_received.Margin} would be missed too often, by {Named(BaselineOutcome.Inconclusive)}."),
            BaselineOutcome.Missing => $"Missing: {_received.Test} has no baseline, so nothing says whether {target} leaks more than it did.",
            BaselineOutcome.Changed => $"Changed: what is measured is not what the baseline of {_received.Test} holds{(Any(BaselineOutcome.Worse, null) ? $"; {Named(BaselineOutcome.Worse)} worse besides" : string.Empty)}.",
            _ => $"Unreadable: the baseline of {_received.Test} cannot be used.",
        };
    }

    internal string Write()
    {
        var text = new StringBuilder();
        text.AppendLine(Headline());
        BaselineSubject now = _received.Subject;
        text.AppendLine(Line($"  {now.Target}: {now.Members:N0} members against {now.NonMembers:N0} non-members, attack set {now.AttackSet}, margin {_received.Margin}"));
        if (comparison.Problem is { } problem)
        {
            text.AppendLine(Line($"  {problem}"));
        }

        if (comparison.Verified is { } verified)
        {
            text.AppendLine(Line($"  {Against(verified.Subject, now)}"));
        }

        text.AppendLine();
        BaselineTable.Write(text, comparison);
        text.AppendLine();
        SetUp(text);
        foreach (string rule in RuleText.Of(comparison))
        {
            text.AppendLine(Line($"  {rule}"));
        }

        foreach (IGrouping<string, BaselineMetricComparison> note in comparison.Metrics.Where(metric => metric.Note is not null).GroupBy(metric => metric.Note!))
        {
            text.AppendLine(Line($"  Note: {string.Join(", ", note.Select(metric => metric.Name))}: {note.Key}."));
        }

        if (comparison.Verified?.Proposal is { } proposal && comparison.Outcome != BaselineOutcome.Better)
        {
            text.AppendLine(Line($"  Note: a better run ({string.Join(", ", proposal.Estimates.Select(metric => Line($"{metric.Key} {metric.Value:F4}")))}) waits for confirmation, and this one is not better; the proposal stays until it is confirmed or accepted away."));
        }

        text.AppendLine(Line($"  Seed {now.Seed}; replay: {comparison.Replay}"));
        BaselineNextSteps.Write(text, comparison);
        return text.ToString().TrimEnd();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static string Against(BaselineSubject old, BaselineSubject now)
    {
        string model = old.TargetFingerprint is null || now.TargetFingerprint is null ? "models without fingerprint"
            : old.TargetFingerprint == now.TargetFingerprint ? "the same model file"
            : $"another model file ({Short(old.TargetFingerprint)} -> {Short(now.TargetFingerprint)})";
        string data = old.DataFingerprint == now.DataFingerprint ? "the same data" : $"other data ({Short(old.DataFingerprint)} -> {Short(now.DataFingerprint)})";
        return Line($"Baseline: {old.Target}, {old.Members:N0} members against {old.NonMembers:N0} non-members; {model}, {data}.");
    }

    private static string Short(string fingerprint) => fingerprint.Length <= FingerprintShown ? fingerprint : fingerprint[..FingerprintShown];

    private void SetUp(StringBuilder text)
    {
        if (comparison.SetUp.Count == 0)
        {
            return;
        }

        text.AppendLine("  What is measured (- baseline, + this run):");
        foreach (SetUpChange change in comparison.SetUp)
        {
            text.AppendLine(Line($"  - {change.What}: {change.Old ?? "absent"}"));
            text.AppendLine(Line($"  + {change.What}: {change.New ?? "absent"}"));
        }

        text.AppendLine();
    }

    private string Named(BaselineOutcome outcome) => string.Join(", ", comparison.Metrics.Where(metric => metric.Outcome == outcome).Select(metric => metric.Name));

    private bool Any(BaselineOutcome outcome, bool? sameModel)
        => comparison.Metrics.Any(metric => metric.Outcome == outcome && (sameModel is null || metric.SameModel == sameModel));
}
