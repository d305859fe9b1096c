namespace Paname.Testing;

/// <summary>Turns a run into the next baseline, or refuses: worse values, a higher anchor and a changed set-up need a reason; a better run takes effect once another training confirms it.</summary>
public static class BaselineAccepting
{
    /// <summary>Accepts a run.</summary>
    /// <param name="verified">What was last accepted, or <see langword="null"/> when nothing was.</param>
    /// <param name="received">The run.</param>
    /// <param name="request">What its owner asks for.</param>
    /// <param name="today">The day, in UTC.</param>
    /// <returns>The next baseline, or the refusal.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">A number of a side is out of range or contradicts another.</exception>
    public static AcceptResult Apply(Baseline? verified, Baseline received, AcceptRequest request, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(request);
        BaselineComparison comparison = BaselineComparison.Of(verified, received);
        if (verified is null)
        {
            return FirstAcceptance.Of(received, request);
        }

        bool reasonGiven = !string.IsNullOrWhiteSpace(request.Reason);
        if (request.NewAnchor && !reasonGiven)
        {
            return Refused("A new anchor needs a reason: it lets leakage rise for good.");
        }

        var next = new NextBaseline(verified, received);
        var step = new AcceptanceStep(verified, received, comparison, request, next, today);
        return comparison.Outcome switch
        {
            BaselineOutcome.Changed => step.Changed(),
            BaselineOutcome.Worse => step.Worse(),
            BaselineOutcome.Inconclusive => step.Inconclusive(),
            BaselineOutcome.Better => new RatchetStep(verified, received, comparison, request, next, step).Better(),
            _ => step.Same(),
        };
    }

    internal static AcceptResult Refused(string why) => new(null, why, string.Empty);
}
