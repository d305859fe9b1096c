using System.Diagnostics;
using System.Globalization;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Bench.Credit;
using Paname.Bench.Measuring;
using Paname.Onnx;
using Paname.Onnx.Training;

namespace Paname.Bench.Membership;

/// <summary>Shadow models of the sample's credit model, retrained from its file: into an empty cache, and again from the cache.</summary>
internal static class CreditShadows
{
    private static readonly int[] Counts = [16, 64];

    internal static void Write(TextWriter to)
    {
        MembershipData data = CreditAudit.ReadData();
        using OnnxClassifier model = CreditAudit.LoadModel();
        MembershipObservations observed = CreditAudit.Observe(model, data);
        var request = new ShadowRequest(observed.Outputs, observed.Labels!, observed.Members, Seed: 1) { Target = model, Data = data };
        List<string[]> rows = [["shadow models of the credit model, trained until its loss is matched", "trained, seconds", "from the cache"]];
        foreach (int count in Counts)
        {
            string folder = Directory.CreateTempSubdirectory("paname-bench-").FullName;
            try
            {
                var options = new ShadowOptions { Count = count, CacheFolder = folder };
                rows.Add([string.Create(CultureInfo.InvariantCulture, $"{count}, each on 2,200 records"), Seconds(options), Seconds(options)]);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        TextTable.Write(to, rows);

        string Seconds(ShadowOptions options)
        {
            long start = Stopwatch.GetTimestamp();
            OnnxShadows.Retrain(model, data, TrainingRecipe.MatchTarget, options).Observe(request);
            return Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
        }
    }
}
