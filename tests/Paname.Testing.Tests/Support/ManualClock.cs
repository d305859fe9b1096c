namespace Paname.Testing.Tests.Support;

/// <summary>A clock that moves when it is told to, so that no test waits.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(() => callback(state), _now + dueTime.Ticks);
        _alarms.Add(alarm);
        return alarm;
    }

    internal void Advance(double seconds)
    {
        _now += TimeSpan.FromSeconds(seconds).Ticks;
        foreach (Alarm alarm in _alarms.Where(alarm => alarm.Due <= _now && !alarm.IsOver).ToArray())
        {
            alarm.Ring();
        }
    }

    private sealed class Alarm(Action ring, long due) : ITimer
    {
        internal long Due => due;

        internal bool IsOver { get; private set; }

        internal void Ring()
        {
            IsOver = true;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => IsOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
