namespace Paname.Testing;

/// <summary>Which place in the code uses which baseline: two that share one file would accept each other's numbers.</summary>
internal sealed class BaselineCalls
{
    // File systems of Windows and macOS do not tell cases apart.
    private readonly Dictionary<string, (string Site, string? Content)> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();

    /// <summary>Refuses another place in the code than the first that asked.</summary>
    /// <param name="stem">The baseline's file name.</param>
    /// <param name="site">The place, with the variant.</param>
    internal void Ask(string stem, string site)
    {
        lock (_gate)
        {
            (string Site, string? Content) first = _users.TryGetValue(stem, out (string Site, string? Content) known) ? known : _users[stem] = (site, null);
            if (first.Site != site)
            {
                throw Clash(stem, "another place in the code");
            }
        }
    }

    /// <summary>Refuses other content than what was first measured.</summary>
    /// <param name="stem">The baseline's file name.</param>
    /// <param name="content">What is measured, and on which model and data.</param>
    internal void Measure(string stem, string content)
    {
        lock (_gate)
        {
            (string site, string? first) = _users[stem];
            if (first is not null && first != content)
            {
                throw Clash(stem, "another metric, model or data in the same test");
            }

            _users[stem] = (site, content);
        }
    }

    private static InvalidOperationException Clash(string stem, string by)
        => new($"The baseline '{stem}' is used by {by} too. Tell them apart: new BaselineOptions {{ Variant = \"...\" }} for the cases of one test, or {{ Name = \"...\" }}.");
}
