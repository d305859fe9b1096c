namespace Paname.Testing;

public sealed partial record Baseline
{
    /// <summary>An audit as a run to hold against a baseline, as MatchesBaseline does: the AUC of every attack, gated; true positive rates, shown unless they are gated; how useful the model is.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="test">What the baseline belongs to, such as Class.Method.</param>
    /// <param name="options">Margin and what is gated; <see langword="null"/> for the defaults.</param>
    /// <param name="verified">What was last accepted: where the audit was given its model as <see cref="MembershipSetup.Previous"/>, AUCs get the standard error of a paired comparison.
    /// Default <see langword="null"/>: nothing was, or it cannot be read.</param>
    /// <returns>The run, one training.</returns>
    public static Baseline FromAudit(MembershipAuditResult audit, string test, BaselineOptions? options = null, Baseline? verified = null)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentException.ThrowIfNullOrWhiteSpace(test);
        BaselineOptions chosen = options ?? new BaselineOptions();
        BaselineContent content = MembershipContent.Of(audit, chosen);
        return PairedErrors.Apply(content.ToBaseline(test, chosen), verified, content.Previous).Received;
    }
}
