using System.Runtime.InteropServices;
using Paname.Attacks.Data;

namespace Paname.Attacks.Targets;

/// <summary>The identity of predictions by their content.</summary>
internal static class PredictionFingerprint
{
    internal static string Of(PrecomputedPredictions predictions)
    {
        using var hash = new Sha256Content();
        hash.Add("precomputed-predictions/1");
        hash.Add((int)predictions.OutputKind);
        hash.Add(predictions.Classes);
        hash.Add(predictions.Members);
        hash.Add(MemoryMarshal.AsBytes(predictions.Outputs.Values.Span));
        DataFingerprint.Add(hash, predictions.Labels);
        DataFingerprint.Add(hash, predictions.Ids);
        DataFingerprint.Add(hash, predictions.Groups);
        return hash.Finish();
    }
}
