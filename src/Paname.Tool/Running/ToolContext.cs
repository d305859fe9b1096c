using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>What surrounds a run: where text goes, where relative paths start, variables and clock. Tests give their own.</summary>
internal sealed record ToolContext
{
    /// <summary>Results.</summary>
    internal required TextWriter Out { get; init; }

    /// <summary>Progress and errors.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>Where relative paths of the command line start.</summary>
    internal required string Directory { get; init; }

    /// <summary>Reads an environment variable.</summary>
    internal required Func<string, string?> Variable { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether a person watches the error stream: progress is then drawn, not written line by line.</summary>
    internal bool Interactive { get; init; }

    /// <summary>Whether results may be coloured.</summary>
    internal bool Colour { get; init; }

    /// <summary>Whether nothing may be accepted and no diff tool opened.</summary>
    internal bool IsBuildServer => IsServer(Variable);

    internal static ToolContext OfProcess()
    {
        Func<string, string?> variable = Environment.GetEnvironmentVariable;
        return new ToolContext
        {
            Out = Console.Out,
            Error = Console.Error,
            Directory = Environment.CurrentDirectory,
            Variable = variable,
            Interactive = !Console.IsErrorRedirected && !IsServer(variable),
            Colour = !Console.IsOutputRedirected && !IsServer(variable),
        };
    }

    internal string PathOf(string path) => Path.GetFullPath(path, Directory);

    /// <summary>How a file is written in a message: relative to the current folder where it lies below it, so that no artefact holds a path of the machine.</summary>
    internal string Say(string path)
    {
        string relative = Path.GetRelativePath(Directory, path);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    private static bool IsServer(Func<string, string?> variable) => BuildServerSign.Sign(variable) is not null;

    /// <summary>A console on the results. A redirected one has no width of its own: tables then take the room they need.</summary>
    internal IAnsiConsole Results() => On(Out, Colour);

    /// <summary>A console on progress.</summary>
    internal IAnsiConsole Progress() => On(Error, Interactive);

    private static IAnsiConsole On(TextWriter writer, bool terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = 2000;
        }

        return console;
    }
}
