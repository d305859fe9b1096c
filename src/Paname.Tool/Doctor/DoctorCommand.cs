using System.CommandLine;
using System.Text.Json.Nodes;
using Paname.Testing;
using Spectre.Console;

namespace Paname.Tool;

/// <summary>paname doctor: finds what makes privacy tests mean less than they seem.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private readonly InputOptions _inputs;
    private readonly LimitOptions _limits;
    private readonly Option<string> _folder = new("--folder") { Description = "The repository or test project, also below.", DefaultValueFactory = _ => "." };
    private readonly Option<string[]> _assemblies = new("--assembly") { Description = "Test assemblies to look at, in place of those that projects were built to.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _listed = new("--listed") { Description = "A file with what 'dotnet test --list-tests' printed: audits that are not in it are told." };

    internal DoctorCommand()
        : base(
            "doctor",
            "Finds audits that are not discovered, baselines without tests or without power, splits that overlap, too few records, received files lying about, a missing TreatNoTestsAsError. Runs no test. Exit code 1 when there is a problem.",
            "paname doctor",
            "paname doctor --folder tests/CreditModel.Tests --listed tests.txt",
            "paname doctor --config paname.json",
            "paname doctor --members data/train.csv --non-members data/holdout.csv --label Bad --id Id --auc-below 0.55")
    {
        _inputs = new InputOptions(this, predictions: false);
        _limits = new LimitOptions(this);
        foreach (Option option in new Option[] { _folder, _assemblies, _listed })
        {
            Add(option);
        }
    }

    internal override ToolResult Run(ParseResult line, ToolSession session)
    {
        AuditConfig config = _inputs.Read(line, session);
        AuditRequest request = AuditRequest.Of(config with { Limits = _limits.Read(line, config.Limits) }, session.Context.Variable);
        string folder = session.PathOf(line.GetValue(_folder)!);
        IReadOnlyList<TestProject> projects = TestProject.In(folder);
        string? listed = line.GetValue(_listed) is { } file ? File.ReadAllText(session.PathOf(file)) : null;
        string[] given = [.. (line.GetValue(_assemblies) ?? []).Select(session.PathOf)];
        var complaints = new List<Complaint>();
        foreach (string path in given.Length > 0 ? given : [.. projects.Select(project => project.Assembly).OfType<string>()])
        {
            session.Token.ThrowIfCancellationRequested();
            complaints.AddRange(DiscoveryCheck.Of(TestAssembly.Read(path), listed));
        }

        foreach (TestProject project in projects)
        {
            complaints.AddRange(RepositoryCheck.Settings(project));
            if (project.Assembly is null && given.Length == 0)
            {
                complaints.Add(new Complaint("discovery", false, $"{Path.GetFileName(project.File)} was not built, so that nothing is known of its tests.", "Build it, then run doctor again."));
            }
        }

        complaints.AddRange(Baselines(folder, projects, given));
        complaints.AddRange(RepositoryCheck.Received(folder, session.Context.Variable));
        complaints.AddRange(RepositoryCheck.Ignored(folder, projects.Count > 0));
        if (config.Data?.Members is not null)
        {
            complaints.AddRange(SplitCheck.Of(DataInput.Read(config.Data), request.Limits));
        }

        return Result(complaints);
    }

    private static IEnumerable<Complaint> Baselines(string folder, IReadOnlyList<TestProject> projects, string[] given)
        => ReceivedFile.Walk(folder, "*" + BaselineName.VerifiedEnding).Order(StringComparer.Ordinal).Where(IsBaseline).SelectMany(file =>
        {
            string? assembly = given is [var only]
                ? only
                : projects.Where(project => file.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)).MaxBy(project => project.Directory.Length)?.Assembly;
            return BaselineCheckup.Of(file, assembly is null ? null : TestAssembly.Read(assembly));
        });

    // Other libraries have files of this name too.
    private static bool IsBaseline(string file) => File.ReadAllText(file).Contains(Baseline.SchemaName.Split('/')[0], StringComparison.Ordinal);

    private static ToolResult Result(List<Complaint> complaints) => new(
        complaints.Exists(complaint => complaint.IsProblem) ? ExitCode.GateFailed : ExitCode.Holds,
        new JsonObject
        {
            ["complaints"] = new JsonArray([.. complaints.Select(complaint => (JsonNode)new JsonObject
            {
                ["check"] = complaint.Check,
                ["problem"] = complaint.IsProblem,
                ["message"] = complaint.Message,
                ["mend"] = complaint.Mend,
            })]),
        },
        console =>
        {
            foreach (Complaint complaint in complaints.OrderByDescending(complaint => complaint.IsProblem))
            {
                console.WriteLine($"{(complaint.IsProblem ? "PROBLEM" : "look at")}  {complaint.Check}: {complaint.Message}");
                console.WriteLine($"         {complaint.Mend}");
            }

            console.WriteLine(complaints.Count == 0 ? "Nothing found." : FormattableString.Invariant($"Problems: {complaints.Count(complaint => complaint.IsProblem)}; more to look at: {complaints.Count(complaint => !complaint.IsProblem)}."));
        });
}
