namespace Paname.Bench;

/// <summary>Finds the files the bench reads; a file that is not there is reported, never a failure.</summary>
internal static class BenchInput
{
    internal const string Images = "fmnist_cnn.onnx";

    internal const string Credit = "credit.onnx";

    internal const string CreditMembers = "train.csv";

    internal const string CreditNonMembers = "holdout.csv";

    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    internal static string? Missing(params string[] names)
    {
        string[] missing = [.. names.Where(name => !File.Exists(PathOf(name)))];
        return missing.Length == 0 ? null : $"not measured: {string.Join(", ", missing)} missing";
    }
}
