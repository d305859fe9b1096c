namespace Paname.Tool;

/// <summary>The words that configuration and command line use for choices of the library.</summary>
internal static class Words
{
    /// <summary>The value a word stands for; an unknown word names those there are, and not itself.</summary>
    internal static T Choose<T>(string? word, string what, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        foreach ((string candidate, T value) in choices)
        {
            if (string.Equals(candidate, word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var known = new List<string>();
        foreach ((string candidate, _) in choices)
        {
            known.Add(candidate);
        }

        throw ToolException.WrongCommandLine($"{what} is one of {string.Join(", ", known)}.");
    }

    /// <summary>A file that must be given and be there.</summary>
    internal static string NeedFile(string? value, string what)
        => Need(value, what) is var path && Path.Exists(path) ? path : throw ToolException.Unusable($"There is no file {path}.");

    /// <summary>A value that must be given.</summary>
    internal static string Need(string? value, string what)
        => string.IsNullOrWhiteSpace(value) ? throw ToolException.WrongCommandLine($"{what} is missing.") : value;
}
