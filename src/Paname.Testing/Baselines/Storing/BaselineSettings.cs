using System.Runtime.InteropServices;

namespace Paname.Testing;

/// <summary>Where baselines are kept and what may be done to them: from what the build left in the test assembly's run-time configuration, and from environment variables.</summary>
internal sealed class BaselineSettings
{
    internal const string AcceptVariable = "PANAME_ACCEPT";
    internal const string ReasonVariable = "PANAME_ACCEPT_REASON";
    internal const string EnvironmentVariable = "PANAME_ENVIRONMENT";
    internal const string DirectoryVariable = "PANAME_BASELINES";

    internal const string DirectoryKey = "Paname.BaselineDirectory";
    internal const string AssemblyKey = "Paname.TestAssembly";
    private const string ProjectKey = Attacks.Data.ProjectPath.DirectoryKey;

    /// <param name="variable">Reads environment variables.</param>
    /// <param name="configuration">Reads run-time configuration values.</param>
    internal BaselineSettings(Func<string, string?> variable, Func<string, string?> configuration)
    {
        string? project = Filled(configuration(ProjectKey));
        Project = project ?? System.Environment.CurrentDirectory;
        Directory = Path.GetFullPath(Filled(variable(DirectoryVariable)) ?? Filled(configuration(DirectoryKey)) ?? throw NoDirectory(), Project);
        TestAssembly = Filled(configuration(AssemblyKey))
            ?? throw new InvalidOperationException($"The run-time configuration does not name the test assembly ({AssemblyKey}), so that nothing shows which baselines still have a test. {Mend}");
        string? environment = Filled(variable(EnvironmentVariable));
        IsEnvironmentNamed = environment is not null;
        Environment = BaselineName.Clean(environment ?? PortableRuntime());
        Accept = Mode(Filled(variable(AcceptVariable)));
        Reason = Filled(variable(ReasonVariable));
        if (Accept != AcceptMode.None && BuildServerSign.Sign(variable) is { } sign)
        {
            throw new InvalidOperationException($"{AcceptVariable} is set on a build server ({sign} is set too). Baselines are accepted by a person, on their own machine, and reviewed: unset {AcceptVariable} here.");
        }
    }

    /// <summary>The directory of the test project, which messages start from.</summary>
    internal string Project { get; }

    /// <summary>The directory of the baselines.</summary>
    internal string Directory { get; }

    /// <summary>The simple name of the test assembly.</summary>
    internal string TestAssembly { get; }

    /// <summary>Whose override files come before the common ones: PANAME_ENVIRONMENT, else the portable runtime identifier such as linux-x64.</summary>
    internal string Environment { get; }

    internal bool IsEnvironmentNamed { get; }

    internal AcceptMode Accept { get; }

    internal string? Reason { get; }

    private static string Mend => "The package Paname.Testing brings build targets that do so; a project that refers to it otherwise imports build/Paname.Testing.targets.";

    /// <summary>How a path is written in messages: relative to the project.</summary>
    internal string Shown(string path) => Path.GetRelativePath(Project, path);

    internal static BaselineSettings Current() => new(System.Environment.GetEnvironmentVariable, key => AppContext.GetData(key) as string);

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static InvalidOperationException NoDirectory()
        => new($"No directory of baselines is known: the run-time configuration does not name one ({DirectoryKey}). {Mend} Or set {DirectoryVariable}.");

    private static AcceptMode Mode(string? value) => value switch
    {
        null or "0" => AcceptMode.None,
        "1" => AcceptMode.Accept,
        _ when value.Equals("false", StringComparison.OrdinalIgnoreCase) => AcceptMode.None,
        _ when value.Equals("true", StringComparison.OrdinalIgnoreCase) => AcceptMode.Accept,
        _ when value.Equals("retraining", StringComparison.OrdinalIgnoreCase) => AcceptMode.Retraining,
        _ when value.Equals("new-anchor", StringComparison.OrdinalIgnoreCase) => AcceptMode.NewAnchor,
        _ => throw new InvalidOperationException($"{AcceptVariable} is none of 1, retraining and new-anchor."),
    };

    internal static string PortableRuntime()
    {
        string system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : RuntimeInformation.RuntimeIdentifier is { } known && (known.Contains("musl", StringComparison.Ordinal) || known.StartsWith("alpine", StringComparison.Ordinal)) ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
