using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Paname.Tool;

/// <summary>Prints the version of this tool, whatever program hosts it.</summary>
internal sealed class ToolVersion : SynchronousCommandLineAction
{
    internal static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return ExitCode.Holds;
    }

    internal static void Extend(RootCommand root)
    {
        foreach (VersionOption option in root.Options.OfType<VersionOption>())
        {
            option.Action = new ToolVersion();
        }
    }
}
