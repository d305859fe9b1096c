namespace Paname.Testing;

/// <summary>Reports of attacks that run side by side, one after the other: who listens need not be thread-safe.</summary>
internal sealed class OneAtATime(IProgress<AuditProgress> listener) : IProgress<AuditProgress>
{
    private readonly Lock _gate = new();

    public void Report(AuditProgress value)
    {
        lock (_gate)
        {
            listener.Report(value);
        }
    }
}
