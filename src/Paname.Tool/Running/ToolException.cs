namespace Paname.Tool;

/// <summary>A run that ends with a message and a code of <see cref="ExitCode"/>. The message holds no value of a record.</summary>
internal sealed class ToolException(int code, string message) : Exception(message)
{
    internal int Code { get; } = code;

    internal static ToolException WrongCommandLine(string message) => new(ExitCode.WrongCommandLine, message);

    internal static ToolException Unusable(string message) => new(ExitCode.UnusableInput, message);
}
