using System.CommandLine;
using System.Globalization;

namespace Paname.Tool;

/// <summary>The options that name a model and its records, or predictions in their place: the same for every verb that reads them. They are laid over a configuration file.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string?> _model = new("model") { Description = "The ONNX file.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _config = new("--config", "-c") { Description = "Read options from this file; without one, from paname.json in the current folder where no model is named." };
    private readonly Option<string?> _output = new("--output") { Description = "What the model or the predictions give out, where the file does not say: logits, probabilities, labels (predictions also: losses, residuals)." };
    private readonly Option<string?> _members = new("--members") { Description = "Records the model was trained on: .csv, .npz, .npy or IDX." };
    private readonly Option<string?> _nonMembers = new("--non-members") { Description = "Records from the same source that it never saw." };
    private readonly Option<string?> _memberLabels = new("--member-labels") { Description = "The members' labels: a file (.npy, IDX) or an array's name (.npz)." };
    private readonly Option<string?> _nonMemberLabels = new("--non-member-labels") { Description = "The non-members' labels." };
    private readonly Option<string?> _label = new("--label") { Description = "The label column of a .csv file." };
    private readonly Option<string?> _id = new("--id") { Description = "The column of distinct ids." };
    private readonly Option<string?> _group = new("--group") { Description = "The column that names what a record belongs to, such as a patient." };
    private readonly Option<string[]> _labelMap = new("--label-map") { Description = "The class index of each label text, as good=0 bad=1.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Columns that are no features.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _delimiter = new("--delimiter") { Description = "The character between cells, or tab. Default: a comma." };
    private readonly Option<string?> _predictions = new("--predictions") { Description = "Predictions made elsewhere, in place of a model: .csv with one line per record, or .npz." };
    private readonly Option<string[]> _outputs = new("--outputs") { Description = "Predictions: the output columns in the order of the classes.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _member = new("--member") { Description = "Predictions: the column that is 1 for members and 0 for non-members." };

    private readonly bool _allowsPredictions;

    internal InputOptions(Command command, bool predictions)
    {
        _allowsPredictions = predictions;
        _model.Validators.Add(result =>
        {
            // A misspelt option would be taken for the model's name.
            if (result.Tokens is [{ Value: ['-', ..] } token])
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        command.Add(_model);
        Option[] options = [_config, _output, _members, _nonMembers, _memberLabels, _nonMemberLabels, _label, _id, _group, _labelMap, _exclude, _delimiter];
        foreach (Option option in predictions ? [.. options, _predictions, _outputs, _member] : options)
        {
            command.Add(option);
        }
    }

    /// <summary>The configuration file with what the command line says in place of its properties.</summary>
    internal AuditConfig Read(ParseResult line, ToolSession session)
    {
        AuditConfig config = File(line, session) is { } file ? ConfigFile.Read(file) : new AuditConfig();
        string? predictions = _allowsPredictions ? line.GetValue(_predictions) : null;
        config = config with { Model = Model(line, session, config.Model, predictions is not null), Data = Data(line, session, config.Data) };
        return predictions is null && config.Predictions is null ? config : config with { Model = null, Predictions = Predictions(line, session, config.Predictions ?? new PredictionsConfig(), predictions) };
    }

    private string? File(ParseResult line, ToolSession session)
    {
        if (line.GetValue(_config) is { } given)
        {
            return session.PathOf(given);
        }

        bool named = line.GetValue(_model) is not null || line.GetValue(_members) is not null || (_allowsPredictions && line.GetValue(_predictions) is not null);
        string usual = session.PathOf(ConfigFile.DefaultName);
        return !named && System.IO.File.Exists(usual) ? usual : null;
    }

    private ModelConfig? Model(ParseResult line, ToolSession session, ModelConfig? model, bool predictions)
    {
        string? file = Full(line.GetValue(_model), session) ?? model?.File;
        return predictions || file is null ? model : (model ?? new ModelConfig()) with { File = file, Output = line.GetValue(_output) ?? model?.Output };
    }

    private DataConfig? Data(ParseResult line, ToolSession session, DataConfig? data)
    {
        string? members = Full(line.GetValue(_members), session) ?? data?.Members;
        bool archive = ConfigPaths.IsArchive(members);
        DataConfig known = data ?? new DataConfig();
        return known with
        {
            Members = members,
            NonMembers = Full(line.GetValue(_nonMembers), session) ?? known.NonMembers,
            MemberLabels = (archive ? line.GetValue(_memberLabels) : Full(line.GetValue(_memberLabels), session)) ?? known.MemberLabels,
            NonMemberLabels = (archive ? line.GetValue(_nonMemberLabels) : Full(line.GetValue(_nonMemberLabels), session)) ?? known.NonMemberLabels,
            Label = line.GetValue(_label) ?? known.Label,
            Id = line.GetValue(_id) ?? known.Id,
            Group = line.GetValue(_group) ?? known.Group,
            LabelMap = Map(line.GetValue(_labelMap)) ?? known.LabelMap,
            Exclude = line.GetValue(_exclude) is { Length: > 0 } exclude ? exclude : known.Exclude,
            Delimiter = line.GetValue(_delimiter) ?? known.Delimiter,
        };
    }

    private PredictionsConfig Predictions(ParseResult line, ToolSession session, PredictionsConfig predictions, string? file) => predictions with
    {
        File = Full(file, session) ?? predictions.File,
        Kind = line.GetValue(_output) ?? predictions.Kind,
        Outputs = line.GetValue(_outputs) is { Length: > 0 } outputs ? outputs : predictions.Outputs,
        Member = line.GetValue(_member) ?? predictions.Member,
        Label = line.GetValue(_label) ?? predictions.Label,
        Id = line.GetValue(_id) ?? predictions.Id,
        Group = line.GetValue(_group) ?? predictions.Group,
        LabelMap = Map(line.GetValue(_labelMap)) ?? predictions.LabelMap,
        Delimiter = line.GetValue(_delimiter) ?? predictions.Delimiter,
    };

    private static string? Full(string? path, ToolSession session) => string.IsNullOrWhiteSpace(path) ? null : session.PathOf(path);

    private static Dictionary<string, int>? Map(string[]? pairs)
    {
        if (pairs is not { Length: > 0 })
        {
            return null;
        }

        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.LastIndexOf('=');
            if (equals <= 0 || !int.TryParse(pair.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) || !map.TryAdd(pair[..equals], index))
            {
                throw ToolException.WrongCommandLine("--label-map is written as text=class, each text once: --label-map good=0 bad=1.");
            }
        }

        return map;
    }
}
