using System.Globalization;

namespace Paname.Testing;

/// <summary>Accepts a run that is the same, worse, inconclusive or measured otherwise.</summary>
internal sealed class AcceptanceStep(Baseline verified, Baseline received, BaselineComparison comparison, AcceptRequest request, NextBaseline next, DateOnly today)
{
    private readonly bool _reasonGiven = !string.IsNullOrWhiteSpace(request.Reason);

    internal AcceptResult Changed()
    {
        if (!_reasonGiven)
        {
            return BaselineAccepting.Refused($"What is measured changed ({string.Join("; ", comparison.Changes)}): accepting that needs a reason.");
        }

        Baseline stored = comparison.SetUp.All(change => change.KeepsNumbers) ? next.Rejudged() : IsSameRun() ? next.WithMetricsOfRun() : next.Replaced();
        if (request.NewAnchor)
        {
            stored = stored with { Metrics = Anchors.AllAnew(stored) };
        }

        return Done(stored, AcceptanceKind.Changed, [.. comparison.Changes, .. Moves(stored)], "Accepted the changed set-up");
    }

    internal AcceptResult Worse()
    {
        string[] worse = [.. Named(BaselineOutcome.Worse)];
        if (!_reasonGiven)
        {
            return BaselineAccepting.Refused($"{string.Join(" and ", worse)} {(worse.Length == 1 ? "is" : "are")} worse: accepting a worse value needs a reason.");
        }

        if (request.Retraining)
        {
            return NotNew() is { } refusal ? refusal : Retrained(AcceptanceKind.Worse, worse);
        }

        Baseline stored = next.Replaced();
        return Anchored(stored, AcceptanceKind.Worse, [.. worse.Select(name => Move(name, stored))], "Accepted worse values of " + string.Join(", ", worse));
    }

    internal AcceptResult Inconclusive()
    {
        if (request.Retraining)
        {
            return NotNew() is { } refusal ? refusal : Retrained(null, []);
        }

        if (!_reasonGiven || ReceivedRun.IsBlind(received))
        {
            return BaselineAccepting.Refused($"The comparison is inconclusive: a worsening of the margin could not be seen. {BlindMends.Say(received, comparison.Compared)}");
        }

        Baseline stored = next.Replaced();
        return Anchored(stored, AcceptanceKind.Changed, Moves(stored), "Accepted a run that later ones can be compared with");
    }

    internal AcceptResult Same()
    {
        if (request.Retraining)
        {
            return NotNew() is { } refusal ? refusal : Retrained(null, []);
        }

        if (request.NewAnchor)
        {
            return Anchored(verified, AcceptanceKind.NewAnchor, [], "Numbers stay");
        }

        bool known = comparison.Metrics.Any(metric => metric.SameModel);
        return verified.Proposal is null || known
            ? BaselineAccepting.Refused("Nothing to accept: the run is neither worse nor better than its baseline. To add it as one more training of the same recipe, accept it as a retraining.")
            : new AcceptResult(verified with { Proposal = null }, null, "Withdrew the proposal that waited for confirmation: this run is not better. Numbers stay.");
    }

    /// <summary>Why the run is no further training of the recipe, or null when it is.</summary>
    internal AcceptResult? NotNew()
    {
        BaselineSubject subject = received.Subject;
        if (!MetricComparer.SameRecords(verified.Subject, subject))
        {
            return BaselineAccepting.Refused("A retraining is measured on the baseline's records, and the data changed: accept the run as a new baseline, then add retrainings.");
        }

        if (subject.TargetFingerprint is null)
        {
            return _reasonGiven ? null : BaselineAccepting.Refused("A delegate has no fingerprint to show that it was trained anew: accepting it as a retraining needs a reason.");
        }

        return verified.Metrics.Values.Any(metric => metric.Retrainings.Models.Contains(subject.TargetFingerprint))
            ? BaselineAccepting.Refused("This model file is in the baseline already: a retraining is another training of the same recipe, with another seed.")
            : null;
    }

    internal AcceptResult Retrained(string? kind, IReadOnlyList<string> concerned)
    {
        Baseline stored = next.WithRetraining();
        int count = stored.Metrics.Where(metric => received.Metrics.ContainsKey(metric.Key)).Max(metric => metric.Value.Retrainings.Count);
        kind ??= received.Subject.TargetFingerprint is null ? AcceptanceKind.UnnamedModel : null;
        return Anchored(stored, kind, [.. concerned.Select(name => Move(name, stored))], string.Create(CultureInfo.InvariantCulture, $"Added a retraining; the baseline rests on {count} now"));
    }

    /// <summary>Stores, with a new anchor where one is asked for, and with the reason where one was needed.</summary>
    internal AcceptResult Anchored(Baseline stored, string? kind, IReadOnlyList<string> concerned, string done)
    {
        if (!request.NewAnchor)
        {
            return Done(stored, kind, concerned, done);
        }

        (IReadOnlyDictionary<string, BaselineMetric> metrics, IReadOnlyList<string> raised) = Anchors.Raised(stored, received);
        if (raised.Count > 0)
        {
            return Done(stored with { Metrics = metrics }, AcceptanceKind.NewAnchor, [.. concerned, .. raised], $"{done}; new anchors: {string.Join(", ", raised)}");
        }

        return kind is null or AcceptanceKind.NewAnchor
            ? BaselineAccepting.Refused("No metric lies above its anchor. Anchors fall once another training confirms a better run.")
            : Done(stored, kind, concerned, done);
    }

    internal AcceptResult Done(Baseline stored, string? kind, IReadOnlyList<string> concerned, string done)
    {
        Baseline final = kind is null
            ? stored
            : stored with { Acceptances = [.. verified.Acceptances, new BaselineAcceptance(today, Reason(), kind, concerned)] };
        return new AcceptResult(final, null, $"{done}.{BlindMends.Warn(final, received)}");
    }

    /// <summary>"Loss auc: 0.5312 -> 0.5702" for each gated metric that has another mean than before.</summary>
    internal IReadOnlyList<string> Moves(Baseline stored)
        => [.. stored.Metrics.Where(metric => metric.Value.Gated && verified.Metrics.TryGetValue(metric.Key, out BaselineMetric? old) && !old.Retrainings.Mean.Equals(metric.Value.Retrainings.Mean))
            .Select(metric => Move(metric.Key, stored))];

    internal IEnumerable<string> Named(BaselineOutcome outcome) => comparison.Metrics.Where(metric => metric.Outcome == outcome).Select(metric => metric.Name);

    private string Move(string name, Baseline stored)
        => FormattableString.Invariant($"{name}: {verified.Metrics[name].Retrainings.Mean:F4} -> {stored.Metrics[name].Retrainings.Mean:F4}");

    /// <summary>On one line, as all texts of a baseline.</summary>
    private string Reason() => string.Join(' ', request.Reason!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool IsSameRun()
        => received.Subject.TargetFingerprint == verified.Subject.TargetFingerprint
            && comparison.Metrics.Where(metric => metric is { Verified: not null, Received: not null }).All(metric => metric.SameModel && Math.Abs(metric.Difference!.Value) <= verified.Tolerance);
}
