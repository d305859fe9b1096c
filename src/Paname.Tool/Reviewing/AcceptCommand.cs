using System.CommandLine;
using System.Text.Json.Nodes;
using Paname.Attacks.Data;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>paname accept: makes received files the baselines that later runs are held against.</summary>
internal sealed class AcceptCommand : ToolCommand
{
    private readonly Argument<string[]> _names = new("name") { Description = "What to accept: Class.Method as 'paname review' lists it, or the path of a received file.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "Accept all that waits." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why; stored in the baseline. Needed for worse values, a changed set-up and a new anchor." };
    private readonly Option<bool> _retraining = new("--retraining") { Description = "Add the run as one more training of the same recipe: it measures the luck of seeds." };
    private readonly Option<bool> _newAnchor = new("--new-anchor") { Description = "Make the run the value that slow creep is held against. Needs a reason." };
    private readonly Option<string> _folder = new("--folder") { Description = "Where to look, also below.", DefaultValueFactory = _ => "." };

    internal AcceptCommand()
        : base(
            "accept",
            "Accepts received files as baselines. Never on a build server. Exit code 1 when one is refused.",
            "paname accept CreditPrivacyTests.No_regression",
            "paname accept --all --retraining",
            "paname accept CreditPrivacyTests.No_regression --reason \"two new features; accepted by the privacy board\"")
    {
        Add(_names);
        foreach (Option option in new Option[] { _all, _reason, _retraining, _newAnchor, _folder })
        {
            Add(option);
        }
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        if (session.Context.IsBuildServer)
        {
            throw ToolException.WrongCommandLine("Nothing is accepted on a build server: run 'paname accept' on your own machine and commit what it writes.");
        }

        var request = new AcceptRequest { Reason = line.GetValue(_reason), NewAnchor = line.GetValue(_newAnchor), Retraining = line.GetValue(_retraining) };
        var today = DateOnly.FromDateTime(session.Context.Clock.GetUtcNow().UtcDateTime);
        (ReceivedFile File, AcceptResult? Step, string? Damage)[] steps = [.. Chosen(line, session).Select(file => Accept(file, request, today))];
        return new ToolResult(
            Array.Exists(steps, step => step.Damage is not null) ? ExitCode.UnusableInput
                : Array.TrueForAll(steps, step => step.Step!.Accepted is not null) ? ExitCode.Holds
                : ExitCode.GateFailed,
            new JsonObject
            {
                ["baselines"] = new JsonArray([.. steps.Select(step => (JsonNode)new JsonObject
                {
                    ["name"] = step.File.Name,
                    ["accepted"] = step.Step?.Accepted is not null,
                    ["said"] = step.Damage ?? step.Step!.Refusal ?? step.Step.Done,
                    ["file"] = step.File.Verified,
                })]),
            },
            console =>
            {
                console.WriteLine(steps.Length == 0 ? "Nothing waits to be accepted." : string.Empty);
                foreach ((ReceivedFile file, AcceptResult? step, string? damage) in steps)
                {
                    console.WriteLine(step?.Accepted is null ? $"{file.Name}: refused. {damage ?? step!.Refusal}" : $"{file.Name}: {step.Done} Commit {session.Context.Say(file.Verified)}");
                }
            });
    }

    /// <summary>A damaged file does not hide what became of the others.</summary>
    private static (ReceivedFile File, AcceptResult? Step, string? Damage) Accept(ReceivedFile file, AcceptRequest request, DateOnly today)
    {
        try
        {
            return (file, file.Accept(request, today), null);
        }
        catch (PanameDataException exception)
        {
            return (file, null, exception.Message);
        }
    }

    private IReadOnlyList<ReceivedFile> Chosen(ParseResult line, ToolSession session)
    {
        string[] names = line.GetValue(_names) ?? [];
        bool all = line.GetValue(_all);
        if (all == names.Length > 0)
        {
            throw ToolException.WrongCommandLine("Name what to accept, as 'paname review' lists it, or say --all.");
        }

        Func<string, string?> variable = session.Context.Variable;
        IReadOnlyList<ReceivedFile> waiting = ReceivedFile.In(session.PathOf(line.GetValue(_folder)!), variable);
        return all ? waiting : [.. names.Select(name => One(name, waiting, session)).DistinctBy(file => file.Received)];
    }

    private static ReceivedFile One(string name, IReadOnlyList<ReceivedFile> waiting, ToolSession session)
    {
        if (name.EndsWith(BaselineName.ReceivedEnding, StringComparison.Ordinal))
        {
            string path = session.PathOf(name);
            return File.Exists(path) ? ReceivedFile.At(path, session.Context.Variable) : throw ToolException.WrongCommandLine($"There is no received file {path}.");
        }

        ReceivedFile[] found = [.. waiting.Where(file => file.Name == name)];
        return found switch
        {
            [var one] => one,
            [] => throw ToolException.WrongCommandLine($"No received file of that name waits. There {(waiting.Count == 0 ? "is none." : $"are: {string.Join(", ", waiting.Select(file => file.Name))}.")}"),
            _ => throw ToolException.WrongCommandLine($"Several received files have that name; give the path of one: {string.Join(", ", found.Select(file => session.Context.Say(file.Received)))}."),
        };
    }
}
