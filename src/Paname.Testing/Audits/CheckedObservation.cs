using Paname.Attacks.Membership;

namespace Paname.Testing;

/// <summary>Queries the model on this thread while the split is checked on another; what is wrong with the split is told before what is wrong with the model.</summary>
internal static class CheckedObservation
{
    internal static (IReadOnlyList<AuditFinding> Split, MembershipObservations Observations) Make(
        IAuditSource source, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // A thread of its own: the pool's may all be held by tests that wait for this audit.
        Task<IReadOnlyList<AuditFinding>> split = Task.Factory.StartNew(CheckSplit, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            MembershipObservations observations = source.Observe(progress, stop.Token);
            return (split.GetAwaiter().GetResult(), observations);
        }
        catch
        {
            split.GetAwaiter().GetResult();
            throw;
        }

        IReadOnlyList<AuditFinding> CheckSplit()
        {
            try
            {
                return source.CheckSplit();
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }
}
