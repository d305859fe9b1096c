using Microsoft.ML.OnnxRuntime;

namespace Paname.Onnx.Runtime;

/// <summary>Shares one session between threads and frees it once, after the last user has left.</summary>
internal sealed class SharedSession(InferenceSession session, Type owner) : IDisposable
{
    private readonly Lock _gate = new();
    private int _users;
    private bool _disposed;

    internal InferenceSession Enter()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, owner);
            _users++;
            return session;
        }
    }

    internal void Leave()
    {
        lock (_gate)
        {
            _users--;
            if (!_disposed || _users > 0)
            {
                return;
            }
        }

        session.Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (_users > 0)
            {
                return;
            }
        }

        session.Dispose();
    }
}
