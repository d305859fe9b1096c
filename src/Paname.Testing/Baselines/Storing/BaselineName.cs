using System.Security.Cryptography;
using System.Text;

namespace Paname.Testing;

/// <summary>The test a baseline belongs to, and the name of its file.</summary>
/// <param name="Class">The test class without its namespace, or the name of its source file.</param>
/// <param name="Method">The test method.</param>
/// <param name="Variant">Tells cases of one method apart, or null.</param>
internal sealed record BaselineName(string Class, string Method, string? Variant)
{
    internal const string VerifiedEnding = ".verified.json";
    internal const string ReceivedEnding = ".received.json";

    private const int Longest = 120;
    private const int Hash = 8;
    private const int Kept = Longest - Hash - 1;

    /// <summary>As the file says it: Class.Method, or Class.Method(variant).</summary>
    internal string Test => Variant is null ? $"{Class}.{Method}" : $"{Class}.{Method}({Variant})";

    /// <summary>The file's name without environment and ending.</summary>
    /// <param name="name">The name asked for instead of the test's, or null.</param>
    internal string Stem(string? name) => StemOf(name is null ? Test : Variant is null ? name : $"{name}({Variant})");

    /// <summary>A text as part of a file name: what some file system refuses becomes "-", and a long one is cut, with a hash of the whole.</summary>
    internal static string StemOf(string text)
    {
        string clean = Clean(text);
        return clean.Length <= Longest ? clean : $"{Cut(clean)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Hash]}";
    }

    /// <summary>Whether a stem may have been cut from the name of a test with a variant, or of a test with a long name.</summary>
    internal static bool IsCutFrom(string stem, string test)
    {
        string clean = Clean(test);
        return stem.Length == Longest && (clean.Length < Kept ? stem.StartsWith(clean + "(", StringComparison.Ordinal) : clean.StartsWith(stem[..Kept], StringComparison.Ordinal));
    }

    internal static string Clean(string text)
    {
        string clean = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || (letter > 127 && char.IsLetterOrDigit(letter)) || "_-.+()[]{},=@ ".Contains(letter, StringComparison.Ordinal) ? letter : '-'));

        // Windows drops dots and spaces at the end; a name that begins with a dot is hidden elsewhere.
        return clean.Trim(' ', '.') is { Length: > 0 } kept ? kept : "-";
    }

    /// <summary>Reads "Class.Method(variant)"; null when it is not of that form.</summary>
    internal static BaselineName? Read(string test)
    {
        int bracket = test.IndexOf('(', StringComparison.Ordinal);
        string owner = bracket < 0 ? test : test[..bracket];
        int dot = owner.LastIndexOf('.');
        bool closed = bracket < 0 || test.EndsWith(')');
        return dot > 0 && dot < owner.Length - 1 && closed ? new BaselineName(owner[..dot], owner[(dot + 1)..], bracket < 0 ? null : test[(bracket + 1)..^1]) : null;
    }

    private static string Cut(string clean) => char.IsHighSurrogate(clean[Kept - 1]) ? clean[..(Kept - 1)] + "-" : clean[..Kept];
}
