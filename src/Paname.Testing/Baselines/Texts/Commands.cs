namespace Paname.Testing;

/// <summary>The commands that messages name.</summary>
internal static class Commands
{
    internal static string Accept(Baseline baseline, string options = "") => $"paname accept \"{baseline.Test}\" {options}".TrimEnd();

    internal static string InRun(string what = "1") => $"PANAME_ACCEPT={what}";

    /// <summary>Of a file it is not known whether its class is one or the name of a source file: the method alone finds the test.</summary>
    internal static string Replay(Baseline received) => TestCommand.Replay(received.Subject.Seed, BaselineName.Read(received.Test)?.Method ?? received.Test);
}
