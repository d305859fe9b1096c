namespace Xunit.Sdk;

/// <summary>Carries the reason why a row's attack cannot run from the invoker to the message bus.</summary>
internal sealed class NotApplicableException(string reason) : Exception($"not applicable: {reason}");
