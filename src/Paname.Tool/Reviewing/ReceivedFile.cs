using Paname.Attacks.Data;
using Paname.Testing;

namespace Paname.Tool;

/// <summary>A received file that waits beside its baseline.</summary>
internal sealed class ReceivedFile
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "TestResults", "artifacts"];

    private readonly BaselineFolder _folder;

    private ReceivedFile(string path, Func<string, string?> variable)
    {
        string? environment = variable(BaselineSettings.EnvironmentVariable);
        Name = Path.GetFileName(path)[..^BaselineName.ReceivedEnding.Length];
        bool named = !string.IsNullOrWhiteSpace(environment);
        _folder = new BaselineFolder(Path.GetDirectoryName(path)!, Name, BaselineName.Clean(named ? environment! : BaselineSettings.PortableRuntime()), named);
    }

    /// <summary>The file's name without its ending: Class.Method.</summary>
    internal string Name { get; }

    internal string Received => _folder.Received;

    /// <summary>The baseline that counts here, whether it is there or not.</summary>
    internal string Verified => _folder.Verified;

    /// <summary>All of a folder, however deep, in order; build output is left out.</summary>
    internal static IReadOnlyList<ReceivedFile> In(string directory, Func<string, string?> variable)
        => [.. Walk(directory, "*" + BaselineName.ReceivedEnding).Order(StringComparer.Ordinal).Select(path => new ReceivedFile(path, variable))];

    internal static ReceivedFile At(string path, Func<string, string?> variable) => new(path, variable);

    internal static IEnumerable<string> Walk(string directory, string pattern)
    {
        if (!Directory.Exists(directory))
        {
            throw ToolException.WrongCommandLine($"There is no folder {directory}.");
        }

        var waiting = new Stack<string>([directory]);
        while (waiting.TryPop(out string? folder))
        {
            foreach (string file in Directory.EnumerateFiles(folder, pattern))
            {
                yield return file;
            }

            foreach (string below in Directory.EnumerateDirectories(folder).Where(below => !Path.GetFileName(below).StartsWith('.') && !Skipped.Contains(Path.GetFileName(below))))
            {
                waiting.Push(below);
            }
        }
    }

    internal BaselineComparison Compare()
    {
        Baseline received = ReadReceived();
        try
        {
            return BaselineComparison.Of(ReadVerified(), received);
        }
        catch (PanameDataException exception)
        {
            return BaselineComparison.Unreadable(received, exception.Message);
        }
    }

    internal AcceptResult Accept(AcceptRequest request, DateOnly today) => _folder.Locked(() =>
    {
        AcceptResult step = BaselineAccepting.Apply(ReadVerified(), ReadReceived(), request, today);
        if (step.Accepted is { } accepted)
        {
            _folder.Write(_folder.Accepting, accepted.ToJson());
            _folder.DeleteReceived();
        }

        return step;
    });

    private Baseline ReadReceived() => Baseline.Parse(File.ReadAllText(Received), Path.GetFileName(Received));

    private Baseline? ReadVerified() => _folder.Read() is { } text ? Baseline.Parse(text, Path.GetFileName(Verified)) : null;
}
