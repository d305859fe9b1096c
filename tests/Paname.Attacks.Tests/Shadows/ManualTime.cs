namespace Paname.Attacks.Tests.Shadows;

/// <summary>A clock that is put forward by hand.</summary>
internal sealed class ManualTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal void Advance(double seconds)
    {
        lock (this)
        {
            _now += TimeSpan.FromSeconds(seconds);
        }
    }

    internal void Set(DateTimeOffset now) => _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;
}
