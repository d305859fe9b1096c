using System.Security.Cryptography;
using System.Text;

namespace Paname.Tests.Shared;

/// <summary>Values planted in the records of a child run, made so that they stand in no source, and the search for them in all it left.</summary>
internal static class PlantedToken
{
    private static readonly byte[] Hash = SHA256.HashData(Encoding.UTF8.GetBytes("planted in the records of a child run"));

    private static readonly string Text = Convert.ToHexString(Hash, 0, 10);

    // Fifteen digits, the first not 0: exact in a double, and printed without an exponent.
    private static readonly string Digits = "7" + string.Concat(Hash.Skip(10).Take(14).Select(value => (char)('0' + (value % 10))));

    /// <summary>How the values could appear: as planted, with thousands separators, with an exponent, without case.</summary>
    private static readonly string[] Forms =
        [Text, Digits, $"{Digits[..3]},{Digits[3..6]},{Digits[6..9]}", $"{Digits[..1]}.{Digits[1..9]}"];

    /// <param name="host">The suite.</param>
    /// <param name="filter">Its tests, or null for all.</param>
    /// <param name="print">Whether the token is printed.</param>
    /// <param name="accept">Whether baselines are accepted in the run.</param>
    internal static HostRun Run(string host, string? filter = null, bool print = false, bool accept = false)
    {
        string folder = Directory.CreateTempSubdirectory("paname-planted-").FullName;
        try
        {
            return HostRun.Verbose(host, filter, new Dictionary<string, string>(accept ? BaselineHost.NoBuildServer : [])
            {
                ["PLANTED_TOKEN"] = Text,
                ["PLANTED_DIGITS"] = Digits,
                ["PLANTED_FOLDER"] = folder,
                ["PLANTED_PRINT"] = print ? "1" : "0",
                ["PANAME_ACCEPT"] = accept ? "1" : "0",
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Whether a text holds one of the values, in any form.</summary>
    internal static bool IsIn(string text) => Forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the values appear: "output", a file of the results directory, or the name of a test.</summary>
    internal static IReadOnlyList<string> Found(HostRun run)
    {
        IEnumerable<(string Name, string Text)> places =
        [
            ("output", run.Output),
            .. run.Files.Select(file => (file.Key, file.Value)),
            .. run.Results.Select(result => (result.Name, result.Message + result.StandardOutput)),
        ];
        return [.. places.Where(place => IsIn(place.Text)).Select(place => place.Name)];
    }
}
