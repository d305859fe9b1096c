using System.Reflection;

namespace Paname.Tests.Shared;

/// <summary>Finds the checkout the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private static string Find()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Paname.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException("Paname.sln was not found above the tests.");
    }
}
