using Paname.Attacks.Data;

namespace Paname.Testing;

/// <summary>Where in which file a field stands; errors about a baseline are made here, so that none prints more than names.</summary>
internal sealed record FieldPath(string File, string Path = "")
{
    private const int LongestName = 80;

    internal FieldPath this[string name] => this with { Path = Path.Length == 0 ? Shown(name) : $"{Path}.{Shown(name)}" };

    internal PanameDataException Error(string problem)
        => new($"{File}: {(Path.Length == 0 ? "the file" : Path)} {problem}. Restore the file from version control, or delete it and accept a new baseline.");

    private static string Shown(string name)
    {
        string plain = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return plain.Length <= LongestName ? plain : $"{plain[..LongestName]}...";
    }
}
