using System.Security.Cryptography;
using System.Text;
using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Onnx;

/// <summary>Shadow models in ONNX files.</summary>
internal sealed class LoadedShadows(
    string[] paths, OnnxClassifierOptions options, InclusionMask inclusion, IShadowSource models, LabelledRecords? population, InclusionMask? populationInclusion) : IShadowSource
{
    public string Description => FormattableString.Invariant($"{paths.Length} given shadow models ({Path.GetFileName(paths[0])} and so on)");

    public string? Fingerprint
    {
        get
        {
            var parts = new List<string?> { "loaded-shadows/1", Bits(inclusion), population?.Fingerprint ?? "-", Bits(populationInclusion) };
            foreach (string path in paths)
            {
                using OnnxClassifier model = OnnxClassifier.Load(path, options);
                parts.Add(model.Fingerprint);
            }

            return parts.Contains(null) ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
        }
    }

    public ShadowObservations Observe(ShadowRequest request) => models.Observe(request);

    private static string Bits(InclusionMask? mask)
        => mask is null ? "-" : string.Join('\n', Enumerable.Range(0, mask.Models).Select(model => string.Create(mask.Records, model, (text, row) =>
        {
            for (int record = 0; record < text.Length; record++)
            {
                text[record] = mask[row, record] ? '1' : '0';
            }
        })));
}
