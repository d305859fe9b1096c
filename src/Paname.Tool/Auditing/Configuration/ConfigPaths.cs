namespace Paname.Tool;

/// <summary>Makes the relative paths of a configuration start at a folder.</summary>
internal static class ConfigPaths
{
    internal static AuditConfig From(AuditConfig config, string folder)
    {
        bool archive = IsArchive(config.Data?.Members);
        return config with
        {
            Model = config.Model is { } model ? model with { File = Full(model.File) } : null,
            Data = config.Data is { } data
                ? data with
                {
                    Members = Full(data.Members),
                    NonMembers = Full(data.NonMembers),
                    MemberLabels = archive ? data.MemberLabels : Full(data.MemberLabels),
                    NonMemberLabels = archive ? data.NonMemberLabels : Full(data.NonMemberLabels),
                }
                : null,
            Predictions = config.Predictions is { } predictions ? predictions with { File = Full(predictions.File) } : null,
            Shadows = config.Shadows is { } shadows ? shadows with { Cache = Full(shadows.Cache), Folder = Full(shadows.Folder) } : null,
            Baseline = config.Baseline is { } baseline ? baseline with { File = Full(baseline.File), Previous = Full(baseline.Previous) } : null,
            Outputs = config.Outputs is { } outputs
                ? outputs with { Html = Full(outputs.Html), Markdown = Full(outputs.Markdown), Json = Full(outputs.Json), Sarif = Full(outputs.Sarif), History = Full(outputs.History) }
                : null,
        };

        string? Full(string? path) => string.IsNullOrWhiteSpace(path) ? path : Path.GetFullPath(path, folder);
    }

    internal static bool IsArchive(string? path) => path?.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) == true;
}
