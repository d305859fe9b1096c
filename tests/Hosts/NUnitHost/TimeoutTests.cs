using NUnit.Framework;
using Paname.Testing;

namespace Hosts;

/// <summary>CancelAfter stops the audit.</summary>
public class TimeoutTests
{
    [MembershipInferenceTheory<SlowSubject>]
    [CancelAfter(600)]
    public void Rows_are_cancelled(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietSubject>]
    [CancelAfter(60_000)]
    public void Rows_in_time_pass(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);
}
