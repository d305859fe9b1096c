using Paname.Tests.Shared;

namespace Paname.Tool.Tests;

/// <summary>The tool run inside the test's process, with surroundings of its own.</summary>
internal sealed class ToolRun : IDisposable
{
    internal static readonly string Sample = Path.Combine(Repository.Root, "samples", "ModelRepoExample");

    internal static readonly string[] Data =
    [
        "--members", Path.Combine(Sample, "data", "train.csv"), "--non-members", Path.Combine(Sample, "data", "holdout.csv"), "--label", "Bad", "--id", "Id",
    ];

    internal string Folder { get; } = Directory.CreateTempSubdirectory("paname-tool-").FullName;

    internal Dictionary<string, string> Variables { get; } = [];

    internal CancellationToken Token { get; init; }

    /// <summary>In place of <see cref="Variables"/>.</summary>
    internal Func<string, string?>? Variable { get; init; }

    internal static string Model(string name) => Path.Combine(Sample, "models", name);

    internal string At(string name) => Path.Combine(Folder, name);

    internal string Write(string name, string text)
    {
        string path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    internal (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new ToolContext { Out = output, Error = error, Directory = Folder, Variable = Variable ?? (name => Variables.GetValueOrDefault(name)) };
        int code = new ToolApp(context).RunAsync(arguments, Token).GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
