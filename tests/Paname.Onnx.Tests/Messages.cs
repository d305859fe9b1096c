using System.Text.Json;
using Paname.Onnx.Tests.Support;

namespace Paname.Onnx.Tests;

/// <summary>The exact text of each error, kept in one file so that a change of wording shows in review.</summary>
internal static class Messages
{
    private static readonly Dictionary<string, string> All =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(ReferenceFiles.PathOf("messages.json")))!;

    internal static string Of(string name) => All.GetValueOrDefault(name, "(no message is recorded)");
}
