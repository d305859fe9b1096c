namespace Xunit.Sdk;

/// <summary>A privacy gate does not hold: xUnit shows it as a failed assertion.</summary>
public sealed class PrivacyGateException : XunitException
{
    /// <summary>A failure with the verdict's message.</summary>
    /// <param name="message">The verdict's message.</param>
    public PrivacyGateException(string message)
        : base(message)
    {
    }
}
