using System.Collections.Concurrent;

namespace Paname.Onnx.Gradients;

/// <summary>Opens each session once, when it is first asked for.</summary>
internal sealed class SessionCache : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<GradientSession?>> _sessions = new(StringComparer.Ordinal);
    private int _disposed;

    /// <param name="key">Names the question.</param>
    /// <param name="open">Opens the session that answers it; <see langword="null"/> when there is none.</param>
    internal GradientSession? Get(string key, Func<GradientSession?> open)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(OnnxGradients));
        return _sessions.GetOrAdd(key, _ => new Lazy<GradientSession?>(open)).Value;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            foreach (Lazy<GradientSession?> session in _sessions.Values)
            {
                if (session.IsValueCreated)
                {
                    session.Value?.Dispose();
                }
            }
        }
    }
}
