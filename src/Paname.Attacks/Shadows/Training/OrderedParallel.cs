using System.Runtime.ExceptionServices;

namespace Paname.Attacks.Shadows;

/// <summary>Runs work side by side; of several failures the first in order is thrown, whatever ran faster.</summary>
internal static class OrderedParallel
{
    internal static void For(int first, int end, int parallel, Action<int, CancellationToken> work, CancellationToken cancellationToken)
    {
        var failures = new Exception?[end - first];
        CancellationTokenSource[] stops = [.. failures.Select(_ => CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))];
        Parallel.For(0, failures.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel }, (i, loop) =>
        {
            try
            {
                stops[i].Token.ThrowIfCancellationRequested();
                work(first + i, stops[i].Token);
            }
            catch (Exception exception)
            {
                // Earlier work goes on: it may fail too, and is then the one to tell of.
                failures[i] = exception;
                loop.Break();
                Array.ForEach(stops[(i + 1)..], stop => stop.Cancel());
            }
        });
        Array.ForEach(stops, stop => stop.Dispose());
        cancellationToken.ThrowIfCancellationRequested();
        if (Array.Find(failures, failure => failure is not null) is { } failed)
        {
            ExceptionDispatchInfo.Throw(failed);
        }
    }
}
