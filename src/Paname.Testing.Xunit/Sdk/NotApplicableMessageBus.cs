using Xunit.Abstractions;

namespace Xunit.Sdk;

/// <summary>Reports a test that failed because its attack cannot run as skipped: xUnit v2 has no dynamic skip of its own.</summary>
internal sealed class NotApplicableMessageBus(IMessageBus inner, Action skipped) : IMessageBus
{
    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is ITestFailed { ExceptionTypes: [var type, ..], Messages: [var reason, ..] } failed && type == typeof(NotApplicableException).FullName)
        {
            skipped();
            return inner.QueueMessage(new TestSkipped(failed.Test, reason));
        }

        return inner.QueueMessage(message);
    }

    public void Dispose()
    {
        // The inner bus belongs to the framework.
    }
}
