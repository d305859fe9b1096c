using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>Where results go: folders and files as the environment or the test project name them.</summary>
internal static class ResultPlaces
{
    internal const string ArtifactsVariable = "PANAME_ARTIFACTS";
    internal const string HistoryVariable = "PANAME_HISTORY";
    internal const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    private const string HistoryKey = "Paname.History";

    /// <summary>The folder of the test project, else the current one.</summary>
    internal static string Project => KnownProject ?? Environment.CurrentDirectory;

    /// <summary>The folder for all results, or null when none was asked for.</summary>
    internal static string? Artifacts => Named(Environment.GetEnvironmentVariable(ArtifactsVariable));

    /// <summary>The folder for what a failing gate leaves where none was asked for; null where the project's folder is not known.</summary>
    internal static string? OnFailure => KnownProject is { } project ? Path.Combine(project, "TestResults", "paname") : null;

    /// <summary>The history, or null when there is none.</summary>
    internal static string? History => Named(Environment.GetEnvironmentVariable(HistoryVariable)) ?? Named(AppContext.GetData(HistoryKey) as string);

    /// <summary>The summary of the step of a GitHub workflow, or null elsewhere.</summary>
    internal static string? Summary => Named(Environment.GetEnvironmentVariable(SummaryVariable));

    private static string? KnownProject => AppContext.GetData(ProjectPath.DirectoryKey) is string { Length: > 0 } project ? Path.TrimEndingDirectorySeparator(project) : null;

    /// <summary>How a file is written in a message: relative to the project where it lies below, with forward slashes.</summary>
    internal static string Say(string path) => RelativePath.Below(Project, path) ?? path;

    private static string? Named(string? path) => string.IsNullOrWhiteSpace(path) ? null : Path.GetFullPath(path, Project);
}
