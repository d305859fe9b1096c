namespace Paname.Testing;

/// <summary>How a test framework is told that a gate does not hold: throws its assertion exception, or collects the failure.</summary>
/// <param name="message">The verdict's message.</param>
public delegate void FailureSink(string message);
