using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>Timeouts stop the audit, in synchronous tests too.</summary>
public class TimeoutTests
{
    [MembershipInferenceTheory<SlowSubject>(Timeout = 600)]
    public void Synchronous_rows_time_out(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<SlowSubject>(Timeout = 600)]
    public async Task Asynchronous_rows_time_out(MembershipInferenceResult result)
    {
        await result.AuditAsync();
        result.Auc.IsBelow(0.60);
    }

    [MembershipInferenceTheory<QuietSubject>(Timeout = 60_000)]
    public void Rows_in_time_pass(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);
}
