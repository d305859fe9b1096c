namespace Paname.Testing;

/// <summary>Tells a build server by the variables it sets, also one of which nothing else is known: nothing is accepted there.</summary>
internal static class BuildServerSign
{
    private static readonly string[] Variables = ["CI", .. BuildServer.Flags, "TRAVIS", "APPVEYOR", "BITBUCKET_BUILD_NUMBER", "CODEBUILD_BUILD_ID", "DRONE"];

    /// <summary>The variable that gives it away, or null off a build server.</summary>
    internal static string? Sign(Func<string, string?> variable) => Array.Find(Variables, name => IsSet(variable(name)));

    /// <summary>Whether a variable says yes; one that says no ("false", "0") says nothing.</summary>
    internal static bool IsSet(string? value) => value?.Trim() is { Length: > 0 } said && said != "0" && !said.Equals("false", StringComparison.OrdinalIgnoreCase);
}
