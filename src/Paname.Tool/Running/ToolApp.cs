using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json;
using System.Text.Json.Nodes;
using Paname.Attacks.Data;

namespace Paname.Tool;

/// <summary>The command line: parses it, runs a verb, and turns every way to end into text and an exit code.</summary>
internal sealed class ToolApp(ToolContext context)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal async Task<int> RunAsync(string[] arguments, CancellationToken token = default)
    {
        bool json = arguments.Contains(ToolCommand.JsonName, StringComparer.Ordinal);
        RootCommand root = Root(token);
        ParseResult line = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.Action is ParseErrorAction || line.CommandResult.Command is { Action: null } && line.Action is null)
        {
            string errors = line.Errors.Count > 0 ? string.Join(" ", line.Errors.Select(error => error.Message)) : "A command is needed.";
            string verb = line.CommandResult.Command == root ? string.Empty : $" {NameOf(line.CommandResult.Command)}";
            return Fail(json, ExitCode.WrongCommandLine, $"{errors} See 'paname{verb} --help'.", NameOf(line.CommandResult.Command));
        }

        // Nothing else writes or handles an exception: a stack trace could quote a value.
        var configuration = new InvocationConfiguration { Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await line.InvokeAsync(configuration, token).ConfigureAwait(false);
    }

    private RootCommand Root(CancellationToken token)
    {
        var root = new RootCommand("Privacy tests of machine-learning models: audits, baselines, reports.");
        foreach (Command verb in Verbs.All())
        {
            root.Add(verb);
            foreach (ToolCommand command in new[] { verb }.Concat(verb.Subcommands).OfType<ToolCommand>())
            {
                command.SetAction(line => Run(command, line, token));
                RefuseOptionsAsValues(command);
            }
        }

        Help.Extend(root);
        ToolVersion.Extend(root);
        return root;
    }

    /// <summary>An option whose value was forgotten would take the next option for it, and that one would not count.</summary>
    private static void RefuseOptionsAsValues(ToolCommand command)
    {
        HashSet<string> names = [.. command.Options.SelectMany(option => option.Aliases.Append(option.Name))];
        foreach (Option option in command.Options)
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => names.Contains(token.Value)) is { } other)
                {
                    result.AddError($"{option.Name} needs a value, and '{other.Value}' is an option.");
                }
            });
        }
    }

    private int Run(ToolCommand command, ParseResult line, CancellationToken token)
    {
        ToolSession session = command.Session(line, context, token);
        string verb = NameOf(command);
        try
        {
            ToolResult result = command.Run(line, session);
            Write(result, session, verb);
            return result.Code;
        }
        catch (OperationCanceledException)
        {
            return Fail(session.Json, ExitCode.Cancelled, "Cancelled.", verb);
        }
        catch (ToolException exception)
        {
            return Fail(session.Json, exception.Code, exception.Message, verb);
        }
        catch (PanameDataException exception)
        {
            return Fail(session.Json, ExitCode.UnusableInput, exception.Message, verb);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(session.Json, ExitCode.UnusableInput, $"A file cannot be read or written ({exception.GetType().Name}): {FileOf(exception)}", verb);
        }
#pragma warning disable CA1031 // Whatever it is, its message and its trace could quote a value.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            string where = exception.TargetSite is { } site ? $" in {site.DeclaringType?.Name}.{site.Name}" : string.Empty;
            return Fail(
                session.Json, ExitCode.InternalError, $"paname {ToolVersion.Text} failed ({exception.GetType().Name}{where}). This is an error of paname: please report this line. It holds nothing of your data.", verb);
        }
    }

    private void Write(ToolResult result, ToolSession session, string verb)
    {
        if (session.Json)
        {
            Print(result.Document, result.Code, verb);
        }
        else if (!session.Quiet)
        {
            result.Write(context.Results());
        }
    }

    private int Fail(bool json, int code, string message, string verb)
    {
        context.Error.WriteLine($"paname: {message}");
        if (json)
        {
            Print(new JsonObject { ["error"] = message }, code, verb);
        }

        return code;
    }

    private void Print(JsonObject document, int code, string verb)
    {
        document.Insert(0, "verb", verb);
        document.Insert(1, "exitCode", code);
        context.Out.WriteLine(document.ToJsonString(Indented));
    }

    private static string NameOf(Command command)
        => command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent ? $"{parent.Name} {command.Name}" : command is RootCommand ? string.Empty : command.Name;

    private static string FileOf(Exception exception)
        => exception is FileNotFoundException { FileName: { } name } ? $"{name} is missing." : "check that its folder exists, that it is yours and that the disk has room.";
}
