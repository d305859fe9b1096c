using System.CommandLine;

namespace Paname.Tool;

/// <summary>The verbs, in the order of --help.</summary>
internal static class Verbs
{
    internal static IEnumerable<Command> All() =>
    [
        new AuditCommand(),
        new ReviewCommand(),
        new AcceptCommand(),
        new ReportCommand(),
        new HistoryCommand(),
        new DoctorCommand(),
        new Command("shadows", "Plans and trains shadow models, on one machine or several.") { new ShadowsPlanCommand(), new ShadowsTrainCommand(), new ShadowsStatusCommand() },
    ];
}
