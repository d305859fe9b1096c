using System.Text;

namespace Paname.Testing;

/// <summary>Writes what a comparison came to: the comparison itself, what a reader must know beside it, what was stored, where the received file is and how to accept it.</summary>
internal sealed class BaselineMessage(BaselineSettings settings, BaselineFolder folder, GateContext context)
{
    /// <param name="comparison">The comparison of the whole audit.</param>
    /// <param name="row">What it says of the row's own attack, or null for a result of all attacks.</param>
    /// <param name="notes">Clauses.</param>
    /// <param name="step">What accepting came to, or null when it was not tried.</param>
    /// <param name="trouble">Why a file could not be changed, or null.</param>
    internal string Write(BaselineComparison comparison, BaselineOutcome? row, IReadOnlyList<string> notes, AcceptResult? step, string? trouble)
    {
        var text = new StringBuilder();
        if (row is { } own && own != comparison.Outcome)
        {
            text.AppendLine(FormattableString.Invariant($"{own} for {context.Attack}. All attacks of the audit together:"));
        }

        text.AppendLine(comparison.Message.TrimEnd());
        foreach (string note in notes)
        {
            text.AppendLine(FormattableString.Invariant($"  Note: {note.TrimEnd('.')}."));
        }

        if (step is not null)
        {
            text.AppendLine("  " + Said(step, trouble));
        }

        if (trouble is not null)
        {
            text.AppendLine(FormattableString.Invariant($"  The directory of baselines {settings.Shown(settings.Directory)} could not be changed: {trouble}"));
        }

        bool waits = comparison.Outcome != BaselineOutcome.Same && (step?.Accepted is null || trouble is not null);
        if (step is { Accepted: not null } && trouble is null)
        {
            text.AppendLine(FormattableString.Invariant($"  Stored: {settings.Shown(folder.Verified)}. Commit it."));
        }
        else if (waits && trouble is null)
        {
            text.AppendLine(FormattableString.Invariant($"  Received: {settings.Shown(folder.Received)}"));
        }

        if (waits)
        {
            text.AppendLine(HowTo(comparison));
        }

        return text.ToString().TrimEnd();
    }

    private static string Said(AcceptResult step, string? trouble)
        => step.Accepted is null ? $"Not accepted: {step.Refusal}" : trouble is null ? $"Accepted: {step.Done}" : "Not accepted: it could not be stored.";

    private string HowTo(BaselineComparison comparison)
    {
        BaselineOutcome outcome = comparison.Outcome;
        if (outcome == BaselineOutcome.Unreadable)
        {
            return $"  Take {settings.Shown(folder.Verified)} back from version control, or delete it and accept anew.";
        }

        string reason = outcome is BaselineOutcome.Worse or BaselineOutcome.Changed ? $"{BaselineSettings.ReasonVariable}=\"why\" " : string.Empty;

        // Too few records to see the margin: such runs are gathered as retrainings.
        string mode = outcome is BaselineOutcome.Missing or BaselineOutcome.Inconclusive && ReceivedRun.IsBlind(comparison.Received) ? "retraining" : "1";
        return $"  Accept: {BaselineSettings.AcceptVariable}={mode} {reason}{TestCommand.Run(context.TestName)}";
    }
}
