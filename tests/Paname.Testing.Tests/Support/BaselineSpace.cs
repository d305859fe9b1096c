namespace Paname.Testing.Tests.Support;

/// <summary>A directory of baselines with an environment of its own, and gates that use it.</summary>
internal sealed class BaselineSpace : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];

    internal BaselineSpace() => Audits = NewProcess();

    internal string Project { get; } = Directory.CreateTempSubdirectory("paname-baseline-").FullName;

    internal string Folder => Path.Combine(Project, "baselines");

    internal List<string> Failures { get; } = [];

    /// <summary>Gates of the process that runs now.</summary>
    internal PrivacyAudits Audits { get; private set; }

    internal string[] Files => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    public void Dispose() => Directory.Delete(Project, recursive: true);

    internal BaselineSpace With(string variable, string? value)
    {
        if (value is null)
        {
            _environment.Remove(variable);
        }
        else
        {
            _environment[variable] = value;
        }

        return this;
    }

    /// <summary>Forgets what was used and accepted, as the next dotnet test does.</summary>
    internal PrivacyAudits NewProcess() => Audits = new PrivacyAudits("none", Failures.Add)
    {
        Baselines = new BaselineSession
        {
            Settings = () => new BaselineSettings(
                name => _environment.GetValueOrDefault(name),
                key => key switch
                {
                    BaselineSettings.DirectoryKey => Folder,
                    BaselineSettings.AssemblyKey => "Paname.Testing.Tests",
                    _ => Project,
                }),
        },
    };

    internal string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    internal void Write(string file, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, file), text);
    }

    internal Baseline Verified(string stem) => Baseline.Parse(Read(stem + ".verified.json"), stem);
}
