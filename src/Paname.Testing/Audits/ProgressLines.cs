namespace Paname.Testing;

/// <summary>Turns progress into plain lines, one every few seconds at most: short audits stay silent.</summary>
internal sealed class ProgressLines(string subject, Action<string> write, TimeProvider clock) : IProgress<AuditProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private long _last = clock.GetTimestamp();

    public void Report(AuditProgress value)
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            if (clock.GetElapsedTime(_last, now) < Pause)
            {
                return;
            }

            _last = now;
            string work = value.Work ?? FormattableString.Invariant($"{value.Scored:N0} of {value.Total:N0} records scored");
            write(FormattableString.Invariant($"Paname, audit of {subject}, {clock.GetElapsedTime(_start, now).TotalSeconds:N0} s: {work}"));
        }
    }
}
