using System.Text.Json;

namespace Paname.Attacks.Tests.TestSupport;

/// <summary>A case computed by another tool: arrays beside a case.json with the expected numbers.</summary>
internal sealed class ReferenceCase(string name)
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "TestData", name);

    internal JsonElement Scalars => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "case.json"))).RootElement.GetProperty("scalars");

    internal double[] Array(string file) => NpyFile.Read(Path.Combine(_folder, file + ".npy"));

    /// <summary>A number by its path of properties.</summary>
    internal double Number(params string[] path) => path.Aggregate(Scalars, static (element, key) => element.GetProperty(key)).GetDouble();

    internal double[] Numbers(params string[] path) =>
        [.. path.Aggregate(Scalars, static (element, key) => element.GetProperty(key)).EnumerateArray().Select(static e => e.GetDouble())];
}
