namespace Paname.Testing;

/// <summary>The commands in messages that run a test again.</summary>
internal static class TestCommand
{
    /// <summary>Runs one test, or all privacy tests where its name is not known.</summary>
    internal static string Run(string? test) => $"dotnet test --filter \"{(test is null ? "Category=Privacy" : $"FullyQualifiedName~{test}")}\"";

    internal static string Replay(int seed, string? test) => FormattableString.Invariant($"{AuditSeed.Variable}={seed} {Run(test)}");
}
