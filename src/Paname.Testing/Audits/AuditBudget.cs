namespace Paname.Testing;

/// <summary>The time a test gives its audit: work stops when it is up, and the test fails saying so.</summary>
internal sealed class AuditBudget : IDisposable
{
    private readonly int _milliseconds;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _source;

    /// <summary>Starts the clock.</summary>
    internal AuditBudget(int milliseconds, CancellationToken outer)
    {
        _milliseconds = milliseconds;
        _outer = outer;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        if (milliseconds > 0)
        {
            _source.CancelAfter(milliseconds);
        }
    }

    internal CancellationToken Token => _source.Token;

    internal T Run<T>(Func<CancellationToken, T> work)
    {
        try
        {
            return work(Token);
        }
        catch (OperationCanceledException) when (Token.IsCancellationRequested && !_outer.IsCancellationRequested)
        {
            throw new TimeoutException(
                FormattableString.Invariant($"The audit did not finish within the {_milliseconds} ms of the test's Timeout and was stopped. Raise Timeout, or audit fewer records."));
        }
    }

    public void Dispose() => _source.Dispose();
}
