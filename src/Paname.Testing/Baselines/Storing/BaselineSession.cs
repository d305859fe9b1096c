using System.Collections.Concurrent;

namespace Paname.Testing;

/// <summary>What one process knows of its baselines: who used which, which have a test, which were accepted.</summary>
internal sealed class BaselineSession
{
    private readonly ConcurrentDictionary<string, Lazy<BaselineOwners>> _owners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<string>>> _dangling = new(StringComparer.Ordinal);

    internal static BaselineSession Current { get; } = new();

    internal Func<BaselineSettings> Settings { get; init; } = BaselineSettings.Current;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal BaselineCalls Calls { get; } = new();

    /// <summary>The baselines that were accepted in this process, by their common file: the rows of a theory share one, and accept it once.</summary>
    internal ConcurrentDictionary<string, string> Accepted { get; } = new(StringComparer.Ordinal);

    internal DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Fails when the test itself is not known by the name of its baseline, or a baseline has no test.</summary>
    internal void RequireOwners(BaselineSettings settings, BaselineName name, bool exact)
    {
        BaselineOwners owners = _owners.GetOrAdd(settings.TestAssembly, assembly => new Lazy<BaselineOwners>(() => BaselineOwners.Of(assembly))).Value;
        if (!owners.Has(name, exact))
        {
            throw new InvalidOperationException(
                $"The baseline '{name.Test}' would belong to no test: {settings.TestAssembly} has no method {name.Method}. Call MatchesBaseline in the test itself, or give its parameter test the name of the test's method.");
        }

        IReadOnlyList<string> dangling = _dangling.GetOrAdd(
            FormattableString.Invariant($"{settings.TestAssembly}|{settings.Directory}|{settings.Environment}|{exact}"),
            _ => new Lazy<IReadOnlyList<string>>(() => owners.Dangling(settings.Directory, settings.Environment, exact))).Value;
        if (dangling.Count > 0)
        {
            string folder = settings.Shown(settings.Directory);
            throw new InvalidOperationException(
                $"Baselines without a test in {settings.TestAssembly}: {string.Join(", ", dangling.Select(file => Path.Combine(folder, file)))}. A privacy test was deleted or renamed: delete its baseline or rename it with the test. Test projects do not share a directory of baselines.");
        }
    }
}
