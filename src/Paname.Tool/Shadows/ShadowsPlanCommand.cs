using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Tool;

/// <summary>paname shadows plan: draws which shadow model is trained on which records, and saves it for several machines.</summary>
internal sealed class ShadowsPlanCommand : ToolCommand
{
    private readonly InputOptions _inputs;
    private readonly Option<int> _count = new("--count") { Description = "How many models: an even number, 2 at least.", CustomParser = LimitOptions.Whole, DefaultValueFactory = _ => 16 };
    private readonly Option<int> _seed = new("--seed") { Description = "Decides halves and seeds.", CustomParser = LimitOptions.Whole, DefaultValueFactory = _ => 1 };
    private readonly Option<string> _plan = new("--plan") { Description = "The file to write.", Required = true };

    internal ShadowsPlanCommand()
        : base(
            "plan",
            "Draws a plan of shadow models over the audited records. It holds positions and hashes, no value of a record.",
            "paname shadows plan --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --count 64 --plan shadows.json")
    {
        _inputs = new InputOptions(this, predictions: false);
        Add(_count);
        Add(_seed);
        Add(_plan);
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        string path = session.PathOf(line.GetRequiredValue(_plan));
        int count = line.GetValue(_count);
        if (count is < 2 or > 4096 || count % 2 != 0)
        {
            throw ToolException.WrongCommandLine("--count is an even number from 2 to 4,096: models are trained in complementary pairs.");
        }

        MembershipData data = DataInput.Read(_inputs.Read(line, session).Data);
        ShadowPlan plan = ShadowPlan.Online(data, count, line.GetValue(_seed));
        plan.Save(path);
        return new ToolResult(
            ExitCode.Holds,
            new JsonObject { ["plan"] = path, ["models"] = plan.Models, ["records"] = plan.Inclusion.Records },
            console => console.WriteLine(FormattableString.Invariant($"{path}: {plan.Models} models, each trained on half of {plan.Inclusion.Records:N0} records.")));
    }
}
