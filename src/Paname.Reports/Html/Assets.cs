using System.Reflection;

namespace Paname.Reports.Html;

/// <summary>The files that a page carries.</summary>
internal static class Assets
{
    /// <summary>The version of this library, without what was built from.</summary>
    internal static string Version { get; } =
        (typeof(Assets).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    internal static string Read(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Paname.Reports was built without {name}. Run ./build.sh setup and build it again.");
        using var reader = new StreamReader(stream);

        // A browser hashes what it reads, in which line ends are line feeds.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
