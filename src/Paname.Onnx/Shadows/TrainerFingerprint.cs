using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Paname.Onnx.Training;

namespace Paname.Onnx;

/// <summary>SHA-256 of all that decides a retrained model besides its records and seed.</summary>
internal static class TrainerFingerprint
{
    /// <param name="target">Of the target: file, external data, how it is read.</param>
    /// <param name="options">How the file is opened for training.</param>
    /// <param name="recipe">How it is trained.</param>
    /// <param name="matched">Of the records whose loss is matched, or <see langword="null"/>.</param>
    /// <param name="runtime">The version of ONNX Runtime.</param>
    internal static string Of(string target, OnnxTrainerOptions options, TrainingRecipe recipe, string? matched, string runtime)
    {
        // The build of this assembly, not its version alone: a trainer changed between two releases trains anew.
        System.Reflection.Module module = typeof(OnnxTrainer).Module;
        OnnxImageInput? image = options.Image;
        string?[] parts =
        [
            "paname-onnx-shadows/1", module.Assembly.GetName().Version?.ToString(), module.ModuleVersionId.ToString("N"), runtime, RuntimeInformation.ProcessArchitecture.ToString(),
            target, RecipeText.Of(recipe), matched, options.OutputName, Text(options.Threads),
            List(options.Freeze), List(options.Train),
            Text(image?.RecordLayout), Text(image?.ModelLayout), Text(image?.Scale), List(image?.Mean?.Select(Text)), List(image?.StandardDeviation?.Select(Text)),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(List(parts)!)));
    }

    private static string? Text<T>(T? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    /// <summary>Parts preceded by their lengths, so that they cannot run into one another.</summary>
    private static string? List(IEnumerable<string?>? parts)
        => parts is null ? null : string.Concat(parts.Select(part => part is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{part.Length};{part}")));
}
