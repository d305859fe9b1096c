namespace Paname.Testing;

/// <summary>
/// Accepts a better run in two steps: a lucky training must not become the level that the next one is held against, so the first better run only proposes, and the confirming run of
/// another training is stored, which was not chosen for its luck.
/// </summary>
internal sealed class RatchetStep(Baseline verified, Baseline received, BaselineComparison comparison, AcceptRequest request, NextBaseline next, AcceptanceStep step)
{
    internal AcceptResult Better()
    {
        string[] better = [.. step.Named(BaselineOutcome.Better)];
        bool unexplained = comparison.Metrics.Any(metric => metric is { SameModel: true, Outcome: BaselineOutcome.Better });
        if (unexplained)
        {
            return Remeasured(better);
        }

        if (request.Retraining)
        {
            return step.NotNew() is { } refusal ? refusal : step.Retrained(null, []);
        }

        if (request.NewAnchor)
        {
            return BaselineAccepting.Refused("The run is better: anchors fall by themselves once another training confirms it. Accept it without a new anchor.");
        }

        if (verified.Proposal is not { } proposal || !proposal.Estimates.Keys.Intersect(better).Any())
        {
            return Proposed(better);
        }

        string? model = received.Subject.TargetFingerprint;
        bool unnamed = model is null || proposal.TargetFingerprint is null;
        if (!unnamed && model == proposal.TargetFingerprint)
        {
            return BaselineAccepting.Refused("This model is the one proposed: a retraining with another seed must be better too. Train again, run the test, and accept that run.");
        }

        if (unnamed && string.IsNullOrWhiteSpace(request.Reason))
        {
            return BaselineAccepting.Refused("A delegate has no fingerprint to show that it was trained anew: confirming the proposal with it needs a reason.");
        }

        string[] confirmed = [.. proposal.Estimates.Keys.Intersect(better)];
        Baseline stored = next.Replaced();
        stored = stored with { Metrics = Anchors.Lowered(stored, confirmed) };
        return step.Done(stored, unnamed ? AcceptanceKind.UnnamedModel : null, step.Moves(stored), $"Confirmed: {string.Join(", ", step.Moves(stored))}. Later runs are held against this one");
    }

    private AcceptResult Proposed(string[] better)
    {
        Baseline stored = verified with
        {
            Proposal = new BaselineProposal(received.Subject.TargetFingerprint, new SortedDictionary<string, double>(better.ToDictionary(name => name, name => received.Metrics[name].Estimate), StringComparer.Ordinal)),
        };
        return new AcceptResult(stored, null, $"Stored as a proposal: {string.Join(", ", better)}. Numbers stay until a retraining with another seed is better too and is accepted.");
    }

    private AcceptResult Remeasured(string[] better)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return BaselineAccepting.Refused("The same model gave other numbers, which is no improvement of it: find out why (engine, version, machine, an edited file), then accept with that reason.");
        }

        Baseline stored = next.Replaced();
        return step.Done(stored, AcceptanceKind.Changed, step.Moves(stored), $"Accepted other numbers of the same model for {string.Join(", ", better)}");
    }
}
