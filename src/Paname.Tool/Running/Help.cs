using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Paname.Tool;

/// <summary>The library's help, followed by examples and exit codes.</summary>
internal sealed class Help(SynchronousCommandLineAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ToolCommand { Examples.Count: > 0 } verb)
        {
            output.WriteLine("Examples:");
            foreach (string example in verb.Examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        foreach ((int code, string meaning) in ExitCode.All)
        {
            output.WriteLine(FormattableString.Invariant($"  {code,-4} {meaning}"));
        }

        return ExitCode.Holds;
    }

    internal static void Extend(RootCommand root)
    {
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
        {
            option.Action = new Help((SynchronousCommandLineAction)option.Action!);
        }
    }
}
