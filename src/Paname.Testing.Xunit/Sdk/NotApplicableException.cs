namespace Xunit.Sdk;

/// <summary>Carries what is said of a row that is skipped from the invoker to the message bus.</summary>
internal sealed class NotApplicableException(string reason) : Exception(reason);
