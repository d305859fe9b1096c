namespace Paname.Testing;

/// <summary>The commands that messages name.</summary>
internal static class Commands
{
    internal static string Accept(Baseline baseline, string options = "") => $"paname accept \"{baseline.Test}\" {options}".TrimEnd();

    internal static string InRun(string what = "1") => $"PANAME_ACCEPT={what}";

    internal static string Replay(Baseline received)
    {
        int variant = received.Test.IndexOf('(', StringComparison.Ordinal);
        string method = variant < 0 ? received.Test : received.Test[..variant];
        return FormattableString.Invariant($"{AuditSeed.Variable}={received.Subject.Seed} dotnet test --filter \"FullyQualifiedName~{method}\"");
    }
}
