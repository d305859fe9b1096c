using System.Globalization;

namespace Paname.Attacks.Data.Hygiene;

/// <summary>Counts what was found and keeps the first few by name.</summary>
internal sealed class Examples
{
    private const int Most = 5;
    private readonly List<string> _names = [];

    internal int Count { get; private set; }

    internal void Add(Func<string> name)
    {
        if (Count++ < Most)
        {
            _names.Add(name());
        }
    }

    public override string ToString()
        => string.Join(", ", _names) + (Count > Most ? FormattableString.Invariant($" and {Count - Most} more") : string.Empty);

    internal static string Plural(int count, string one, string many)
        => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
}
