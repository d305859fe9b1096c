using System.Globalization;
using System.Reflection;

namespace Paname.Testing;

/// <summary>Finds the seed of an audit: its own, else the test assembly's, else the environment's, else 1.</summary>
internal static class AuditSeed
{
    internal const string Variable = "PANAME_SEED";

    private const int Default = 1;

    internal static int Resolve(int? own, Assembly? testAssembly)
    {
        if (own is { } seed)
        {
            return seed;
        }

        if (testAssembly?.GetCustomAttribute<PanameSeedAttribute>() is { } attribute)
        {
            return attribute.Seed;
        }

        string? text = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Default;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new InvalidOperationException($"{Variable} is not a whole number from {int.MinValue} to {int.MaxValue}.");
    }
}
