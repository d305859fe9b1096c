using System.Reflection;
using System.Text.Json;

namespace Paname.Testing;

/// <summary>Finds baselines without a test: a deleted or renamed privacy test must not go unnoticed.</summary>
/// <param name="types">The types of the test assembly.</param>
internal sealed class BaselineOwners(IReadOnlyList<Type> types)
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private readonly (string Class, HashSet<string> Methods)[] _types =
        [.. types.Select(type => (NameOf(type), type.GetMethods(All).Select(method => method.Name).ToHashSet(StringComparer.Ordinal)))];

    internal static BaselineOwners Of(string assembly)
    {
        try
        {
            return new BaselineOwners(Assembly.Load(new AssemblyName(assembly)).GetTypes());
        }
        catch (ReflectionTypeLoadException error)
        {
            return new BaselineOwners([.. error.Types.OfType<Type>()]);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new InvalidOperationException($"The test assembly '{assembly}' was not found, so that nothing shows which baselines still have a test. Its name comes from the project's AssemblyName.", error);
        }
    }

    /// <summary>Whether a test exists.</summary>
    /// <param name="test">The test.</param>
    /// <param name="exact">Whether classes are known: if not, a class may be the name of a file, and any class with the method counts.</param>
    internal bool Has(BaselineName test, bool exact)
        => Array.Exists(_types, type => type.Methods.Contains(test.Method) && (!exact || type.Class == test.Class));

    /// <summary>The names of the accepted files in a directory that no test belongs to, in order.</summary>
    /// <param name="directory">The directory; it need not exist.</param>
    /// <param name="environment">The name of this environment's override files.</param>
    /// <param name="exact">Whether classes are known.</param>
    internal IReadOnlyList<string> Dangling(string directory, string environment, bool exact)
        => !Directory.Exists(directory)
            ? []
            :
            [
                .. Directory.EnumerateFiles(directory, "*" + BaselineName.VerifiedEnding)
                    .Where(file => !IsOwned(file, environment, exact))
                    .Select(file => Path.GetFileName(file))
                    .Order(StringComparer.Ordinal),
            ];

    private bool IsOwned(string file, string environment, bool exact)
    {
        if (TestIn(file) is { } test && BaselineName.Read(test) is { } written && Has(written, exact))
        {
            return true;
        }

        // Renamed by hand with its test, or not readable: its name tells.
        string stem = Path.GetFileName(file)[..^BaselineName.VerifiedEnding.Length];
        return IsOwned(stem, exact) || (stem.LastIndexOf('.') is > 0 and int dot && IsEnvironment(stem[(dot + 1)..], environment) && IsOwned(stem[..dot], exact));
    }

    private bool IsOwned(string stem, bool exact)
        => (BaselineName.Read(stem) is { } name && Has(name, exact))
            || Array.Exists(_types, type => type.Methods.Any(method =>
            {
                string test = $"{type.Class}.{method}";
                string clean = BaselineName.StemOf(test);
                return stem == clean || stem.StartsWith(clean + "(", StringComparison.Ordinal) || BaselineName.IsCutFrom(stem, test);
            }));

    private static bool IsEnvironment(string text, string environment) => text == environment || text.Contains('-', StringComparison.Ordinal);

    private static string? TestIn(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("test", out JsonElement test) && test.ValueKind == JsonValueKind.String
                ? test.GetString()
                : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string NameOf(Type type)
    {
        string name = type.FullName ?? type.Name;
        return type.Namespace is { } space ? name[(space.Length + 1)..] : name;
    }
}
