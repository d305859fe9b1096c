using System.Text;

namespace Paname.Testing;

/// <summary>What the owner of a model can do about a comparison, with the exact commands.</summary>
internal static class BaselineNextSteps
{
    private const string Reason = "--reason \"...\"";

    internal static void Write(StringBuilder text, BaselineComparison comparison)
    {
        string[] steps = [.. Steps(comparison)];
        if (steps.Length == 0)
        {
            return;
        }

        text.AppendLine("  Next:");
        foreach (string step in steps)
        {
            text.AppendLine(Line($"  - {step}"));
        }
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static IEnumerable<string> Steps(BaselineComparison comparison)
    {
        Baseline received = comparison.Received;
        switch (comparison.Outcome)
        {
            case BaselineOutcome.Worse when comparison.Metrics.Any(metric => metric is { SameModel: true, Outcome: BaselineOutcome.Worse }):
                yield return "the model did not change: find what did (engine, version, machine, or an edited baseline);";
                yield return $"if the new numbers are right: {WithReason(received)}";
                break;
            case BaselineOutcome.Worse:
                yield return "find what changed in the recipe since the baseline: more epochs, a larger model, less regularisation, fewer or repeated records;";
                yield return "do not train with other seeds until one passes, which defeats the test; five accepted retrainings measure the luck of seeds instead;";
                yield return $"if the worse value is meant: {WithReason(received)} The anchor stays; {Commands.Accept(received, $"--new-anchor {Reason}")} lifts it too";
                break;
            case BaselineOutcome.Changed:
                yield return $"undo the change, or accept it: {WithReason(received)}";
                break;
            case BaselineOutcome.Inconclusive:
                foreach (string mend in BlindMends.List(received, comparison.Compared, first: false))
                {
                    yield return mend;
                }

                yield return $"once a run can show the margin, store it: {WithReason(received)}";
                break;
            case BaselineOutcome.Missing when ReceivedRun.IsBlind(received):
                yield return "a baseline of this run could not show a worsening of the margin and is not accepted as it stands; the ways out:";
                foreach (string mend in BlindMends.List(received, comparison.Compared, first: true))
                {
                    yield return mend;
                }

                break;
            case BaselineOutcome.Missing:
                yield return $"read the numbers, accept them and commit the file: {Commands.Accept(received)}, or {Commands.InRun()} dotnet test";
                break;
            case BaselineOutcome.Unreadable:
                yield return "restore the file from version control (a merge may have torn it), or delete it and accept anew after reading the numbers";
                break;
            case BaselineOutcome.Better when comparison.Metrics.Any(metric => metric is { SameModel: true, Outcome: BaselineOutcome.Better }):
                yield return $"the model did not change: find what did (engine, version, machine, or an edited baseline); if the new numbers are right: {WithReason(received)}";
                break;
            case BaselineOutcome.Better when comparison.Verified!.Proposal is { } proposal && proposal.TargetFingerprint != received.Subject.TargetFingerprint:
                yield return $"this run confirms the proposal of an earlier one; to hold later runs against it: {Commands.Accept(received)}, or {Commands.InRun()} dotnet test";
                break;
            case BaselineOutcome.Better:
                yield return $"propose it as the new baseline: {Commands.Accept(received)}, or {Commands.InRun()} dotnet test; a retraining with another seed then confirms it";
                break;
        }
    }

    private static string WithReason(Baseline received)
        => $"{Commands.Accept(received, Reason)}, or {Commands.InRun()} PANAME_ACCEPT_REASON=\"...\" dotnet test.";
}
