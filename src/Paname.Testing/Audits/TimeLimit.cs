namespace Paname.Testing;

/// <summary>A cancellation token that ends with another one or when time is up, whichever comes first.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource? _timed;
    private readonly CancellationTokenSource _linked;

    internal TimeLimit(TimeSpan? left, TimeProvider clock, CancellationToken outer)
    {
        _outer = outer;
        _timed = left is { } time ? new CancellationTokenSource(time > TimeSpan.Zero ? time : TimeSpan.Zero, clock) : null;
        _linked = CancellationTokenSource.CreateLinkedTokenSource(outer, _timed?.Token ?? CancellationToken.None);
    }

    internal CancellationToken Token => _linked.Token;

    /// <summary>Whether the time ended the work, rather than the caller.</summary>
    internal bool IsUp => _timed is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    public void Dispose()
    {
        _linked.Dispose();
        _timed?.Dispose();
    }
}
