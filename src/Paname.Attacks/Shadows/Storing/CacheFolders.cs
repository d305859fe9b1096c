namespace Paname.Attacks.Shadows;

/// <summary>Where trained models are kept unless a folder is named.</summary>
internal static class CacheFolders
{
    private const string Variable = "PANAME_CACHE";

    /// <summary>The folder; <see langword="null"/> when keeping is turned off, or the user has no cache folder.</summary>
    internal static string? Default() => Default(Environment.GetEnvironmentVariable);

    internal static string? Default(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } declared)
        {
            return string.Equals(declared, "off", StringComparison.OrdinalIgnoreCase) ? null : Path.Combine(declared, "shadows");
        }

        return UserFolder(variable) is { Length: > 0 } user ? Path.Combine(user, "paname", "shadows") : null;
    }

    private static string? UserFolder(Func<string, string?> variable)
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        if (variable("XDG_CACHE_HOME") is { Length: > 0 } declared && Path.IsPathFullyQualified(declared))
        {
            return declared;
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }
}
