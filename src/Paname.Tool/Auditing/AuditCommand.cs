using System.CommandLine;

namespace Paname.Tool;

/// <summary>paname audit: a model and its records in, verdicts and reports out, without a test project.</summary>
internal sealed class AuditCommand : ToolCommand
{
    private readonly InputOptions _inputs;
    private readonly LimitOptions _limits;
    private readonly OutputOptions _outputs;
    private readonly Option<string?> _tier = new("--tier") { Description = "How much is run: smoke (default; seconds), standard (shadow models, controls) or thorough." };
    private readonly Option<int?> _seed = new("--seed") { Description = "The seed. Default: PANAME_SEED, else 1.", CustomParser = result => LimitOptions.Whole(result) };
    private readonly Option<bool?> _controls = new("--controls") { Description = "Run the controls: true or false. Default: from tier standard on.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<double?> _budget = LimitOptions.Number("--time-budget", "Seconds there are for the audit. Default: as long as it takes.");
    private readonly Option<int?> _shadows = new("--shadows") { Description = "Retrain this many shadow models from the model's file (an even number).", CustomParser = result => LimitOptions.Whole(result) };
    private readonly Option<string?> _shadowCache = new("--shadow-cache") { Description = "The folder retrained shadow models are kept in. Default: the user's cache." };
    private readonly Option<string?> _shadowFolder = new("--shadow-folder") { Description = "Shadow models of 'paname shadows train'." };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Hold the audit against this *.verified.json; what was measured is written beside it as *.received.json." };
    private readonly Option<string?> _previous = new("--previous") { Description = "With --baseline: the ONNX file it was accepted with, scored again on the same records, so that far smaller changes are seen." };
    private readonly Option<double?> _margin = LimitOptions.Number("--margin", "With --baseline: the largest worsening of an AUC that may stay unseen. Default: the file's, else 0.03.");

    internal AuditCommand()
        : base(
            "audit",
            "Runs membership-inference attacks against a model, judges limits and a baseline, and writes reports.",
            "paname audit models/credit.onnx --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --auc-below 0.55 --html report.html",
            "paname audit models/credit.onnx --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --tier standard --shadows 16 --tpr-below 0.03@0.01",
            "paname audit --predictions scores.csv --output probabilities --outputs p0 p1 --label y --member member --auc-below 0.55",
            "paname audit --config paname.json --json")
    {
        _inputs = new InputOptions(this, predictions: true);
        _limits = new LimitOptions(this);
        foreach (Option option in new Option[] { _tier, _seed, _controls, _budget, _shadows, _shadowCache, _shadowFolder, _baseline, _previous, _margin })
        {
            Add(option);
        }

        _outputs = new OutputOptions(this, history: true);
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        AuditConfig config = _inputs.Read(line, session);
        config = config with
        {
            Limits = _limits.Read(line, config.Limits),
            Audit = Audit(line, config.Audit ?? new RunConfig()),
            Shadows = Shadows(line, session, config.Shadows),
            Baseline = Baseline(line, session, config.Baseline),
            Outputs = _outputs.Read(line, session, config.Outputs),
        };
        return new AuditRun(config, session).Run();
    }

    private RunConfig Audit(ParseResult line, RunConfig run) => run with
    {
        Tier = line.GetValue(_tier) ?? run.Tier,
        Seed = line.GetValue(_seed) ?? run.Seed,
        Controls = line.GetValue(_controls) ?? run.Controls,
        TimeBudgetSeconds = line.GetValue(_budget) ?? run.TimeBudgetSeconds,
    };

    private ShadowsConfig? Shadows(ParseResult line, ToolSession session, ShadowsConfig? shadows)
    {
        int? count = line.GetValue(_shadows);
        string? cache = line.GetValue(_shadowCache);
        string? folder = line.GetValue(_shadowFolder);
        return count is null && cache is null && folder is null
            ? shadows
            : (shadows ?? new ShadowsConfig()) with
            {
                Count = count ?? shadows?.Count,
                Cache = cache is null ? shadows?.Cache : session.PathOf(cache),
                Folder = folder is null ? shadows?.Folder : session.PathOf(folder),
            };
    }

    private BaselineConfig? Baseline(ParseResult line, ToolSession session, BaselineConfig? baseline)
    {
        double? margin = line.GetValue(_margin);
        string? previous = line.GetValue(_previous) is { } model ? session.PathOf(model) : baseline?.Previous;
        return line.GetValue(_baseline) is { } file
            ? new BaselineConfig { File = session.PathOf(file), Previous = previous, Margin = margin ?? baseline?.Margin, GatedTprAt = baseline?.GatedTprAt }
            : baseline is null ? null : baseline with { Previous = previous, Margin = margin ?? baseline.Margin };
    }
}
