using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Paname.Onnx.Graphs;

namespace Paname.Onnx.Runtime;

/// <summary>SHA-256 of all that decides a classifier's numbers: model, external data, options, runtime version.</summary>
internal static class ModelFingerprint
{
    /// <summary>Lower-case hexadecimal; <see langword="null"/> when a delegate takes part, which has no content.</summary>
    internal static string? Of(OnnxModelFile file, OnnxClassifierOptions options, string runtimeVersion)
    {
        if (options.InputBinding is not null)
        {
            return null;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "paname-onnx/1");
        Add(hash, runtimeVersion);
        hash.AppendData(SHA256.HashData(file.Bytes.Span));
        foreach (ExternalFile external in file.ExternalFiles)
        {
            Add(hash, external.Location);
            using FileStream stream = File.OpenRead(external.FullPath);
            hash.AppendData(SHA256.HashData(stream));
        }

        // Threads are left out: they do not change the numbers.
        OnnxImageInput? image = options.Image;
        Add(hash, Text(options.OutputKind), Text(options.Classes), options.OutputName ?? "-", Text(options.BatchSize));
        Add(hash, [.. options.ClassLabels ?? ["-"]]);
        Add(hash, Text(image?.RecordLayout), Text(image?.ModelLayout), Text(image?.Scale));
        Add(hash, [.. image?.Mean?.Select(value => Text(value)) ?? ["-"]]);
        Add(hash, [.. image?.StandardDeviation?.Select(value => Text(value)) ?? ["-"]]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "-";

    private static void Add(IncrementalHash hash, params string[] texts)
    {
        hash.AppendData(BitConverter.GetBytes(texts.Length));
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
