using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>One result against the files of its baseline. All rows of a theory compare the whole audit, one family of metrics, so that they agree on the files; each answers for its own attack.</summary>
internal sealed class BaselineRun(BaselineSession session, BaselineSettings settings, BaselineFolder folder, BaselineContent content, GateContext context)
{
    private static readonly BaselineOutcome[] ByWeight = [BaselineOutcome.Worse, BaselineOutcome.Inconclusive, BaselineOutcome.Better];

    private bool WasAccepted => session.Accepted.ContainsKey(folder.Common);

    internal BaselineVerdict Judge(BaselineName name, BaselineOptions options) => folder.Locked(() =>
    {
        (Baseline? verified, string? problem) = Read();
        if (context.Attack is { } row && !HasMetric(content.Metrics.Keys, row) && problem is null && !HasMetric(verified?.Metrics.Keys ?? [], row))
        {
            return new BaselineVerdict(null, true, content.NotApplicable.GetValueOrDefault(row) ?? $"{row} gives no {content.Kind}", null);
        }

        (Baseline received, IReadOnlyList<string> notes) = PairedErrors.Apply(content.ToBaseline(name.Test, options), verified, content.Previous);
        GateContext test = context.Attack is null ? context with { Test = name.Method } : context;
        string replay = test.Replay(content.Subject.Seed);
        BaselineComparison comparison = problem is null ? BaselineComparison.Of(verified, received, replay) : BaselineComparison.Unreadable(received, problem, replay);
        AcceptResult? step = problem is null ? Accept(verified, received, comparison) : null;
        string? trouble = step?.Accepted is { } accepted ? Store(() => Replace(accepted))
            : comparison.Outcome == BaselineOutcome.Same || WasAccepted ? Store(folder.DeleteReceived)
            : Store(() => folder.Write(folder.Received, received.ToJson()));
        bool stored = step?.Accepted is not null && trouble is null;
        BaselineOutcome outcome = Own(comparison);
        bool holds = stored || outcome is BaselineOutcome.Same or BaselineOutcome.Better;
        string message = new BaselineMessage(settings, folder, test).Write(comparison, context.Attack is null ? null : outcome, [.. content.Notes, .. notes], step, trouble);
        return new BaselineVerdict(outcome, holds, message, comparison);
    });

    private (Baseline? Verified, string? Problem) Read()
    {
        try
        {
            return (folder.Read() is { } text ? Baseline.Parse(text, Path.GetFileName(folder.Verified)) : null, null);
        }
        catch (PanameDataException error)
        {
            return (null, error.Message);
        }
    }

    /// <summary>Accepts once per process and file: further rows see what was stored.</summary>
    private AcceptResult? Accept(Baseline? verified, Baseline received, BaselineComparison comparison)
    {
        bool nothing = comparison.Outcome == BaselineOutcome.Same && verified?.Proposal is null;
        if (settings.Accept == AcceptMode.None || (settings.Accept == AcceptMode.Accept && nothing) || WasAccepted)
        {
            return null;
        }

        var request = new AcceptRequest { Reason = settings.Reason, NewAnchor = settings.Accept == AcceptMode.NewAnchor, Retraining = settings.Accept == AcceptMode.Retraining };
        return BaselineAccepting.Apply(verified, received, request, session.Today);
    }

    private void Replace(Baseline accepted)
    {
        folder.Write(folder.Accepting, accepted.ToJson());
        session.Accepted.TryAdd(folder.Common, content.Key);
        folder.DeleteReceived();
    }

    private static string? Store(Action change)
    {
        try
        {
            change();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private BaselineOutcome Own(BaselineComparison comparison)
    {
        if (context.Attack is not { } row || comparison.Outcome is BaselineOutcome.Changed or BaselineOutcome.Missing or BaselineOutcome.Unreadable)
        {
            return comparison.Outcome;
        }

        BaselineOutcome?[] own = [.. comparison.Metrics.Where(metric => IsOf(metric.Name, row)).Select(metric => metric.Outcome)];
        return ByWeight.FirstOrDefault(outcome => own.Contains(outcome), BaselineOutcome.Same);
    }

    private bool HasMetric(IEnumerable<string> names, string attack) => names.Any(name => IsOf(name, attack));

    /// <summary>Whether a metric is the attack's, and not one of an attack whose name begins with its name.</summary>
    private bool IsOf(string metric, string attack)
        => content.Attacks.Append(attack).Where(known => metric.StartsWith(known + " ", StringComparison.Ordinal)).MaxBy(known => known.Length) == attack;
}
