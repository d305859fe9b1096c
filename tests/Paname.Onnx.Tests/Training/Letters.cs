using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests.Training;

/// <summary>The fictitious letters of lm/, as tokens cut to one length: 2 starts a text, 3 ends it.</summary>
internal static class Letters
{
    internal const int Length = 96;

    internal static string Network => ReferenceFiles.PathOf("lm", "lm_target.onnx");

    /// <param name="set">"members" or "nonmembers".</param>
    internal static long[][] Tokens(string set)
    {
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.PathOf("lm", "lm.json")));
        return
        [
            .. facts.RootElement.GetProperty(set).EnumerateArray()
                .Select(text => text.GetString()!)
                .Where(text => text.Length >= Length)
                .Select(text => text.Select(letter => (long)letter).Prepend(2).Append(3).Take(Length).ToArray()),
        ];
    }

    /// <summary>Texts as records; their labels are not used.</summary>
    internal static LabelledRecords Records(long[][] tokens)
        => new(Paname.Attacks.Data.Records.FromArray<long>(tokens.SelectMany(text => text).ToArray(), Length), new int[tokens.Length]);
}
