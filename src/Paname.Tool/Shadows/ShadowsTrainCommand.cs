using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Paname.Attacks.Shadows;

namespace Paname.Tool;

/// <summary>paname shadows train: trains the models of a plan, or some of them, into a folder. What is there already is not trained again.</summary>
internal sealed class ShadowsTrainCommand : ToolCommand
{
    private readonly InputOptions _inputs;
    private readonly Option<string?> _plan = new("--plan") { Description = "The plan. Default: the folder's own." };
    private readonly Option<string> _folder = new("--folder") { Description = "Where models are written; other machines may fill it too, or a copy of it.", Required = true };
    private readonly Option<string?> _models = new("--models") { Description = "Which models of the plan, from 0: 0-7 or 0,3,8-11. Default: all." };
    private readonly Option<int?> _parallel = new("--parallel") { Description = "How many at once. Default: as many as there are cores.", CustomParser = result => LimitOptions.Whole(result) };

    internal ShadowsTrainCommand()
        : base(
            "train",
            "Trains shadow models of a plan from the target's own ONNX file. Stop it at any time: it goes on where it stopped.",
            "paname shadows train models/credit.onnx --config paname.json --plan shadows.json --folder shadows --models 0-31",
            "paname shadows train models/credit.onnx --config paname.json --plan shadows.json --folder shadows --models 32-63")
    {
        _inputs = new InputOptions(this, predictions: false);
        foreach (Option option in new Option[] { _plan, _folder, _models, _parallel })
        {
            Add(option);
        }
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        AuditConfig config = _inputs.Read(line, session);
        string folder = session.PathOf(line.GetRequiredValue(_folder));
        string planFile = line.GetValue(_plan) is { } given ? session.PathOf(given) : Path.Combine(folder, ShadowFolder.PlanFile);
        ShadowPlan plan = ShadowPlan.Load(planFile);
        IReadOnlyList<int> chosen = line.GetValue(_models) is { } text ? Ranges.Parse(text, plan.Models) : [.. Enumerable.Range(0, plan.Models)];
        if (line.GetValue(_parallel) is < 1)
        {
            throw ToolException.WrongCommandLine("--parallel is 1 at least.");
        }

        ShadowTraining training = new(config, plan, folder, session);
        (int trained, int kept) = training.Run(chosen, line.GetValue(_parallel) ?? Environment.ProcessorCount);
        int[] missing = [.. Enumerable.Range(0, plan.Models).Except(ShadowFolder.Open(folder).Done)];
        return new ToolResult(
            ExitCode.Holds,
            new JsonObject { ["folder"] = folder, ["models"] = plan.Models, ["trained"] = trained, ["kept"] = kept, ["missing"] = Ranges.Text(missing) },
            console => console.WriteLine(
                FormattableString.Invariant($"{folder}: {trained} trained, {kept} were there already; ") + (missing.Length == 0 ? "the plan is complete." : $"still to train: {Ranges.Text(missing)}.")));
    }
}
