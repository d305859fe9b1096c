using Paname.Attacks.Data;
using Paname.Bench.Measuring;
using Paname.Onnx;
using Paname.Testing;

namespace Paname.Bench.Audit;

/// <summary>An audit as a test runs it, arrays in memory: checks, fingerprint, split hygiene, scores, all attacks, bounds and a verdict's text.</summary>
internal static class ImageAudit
{
    private const int Pairs = 7;

    internal static Paired Compare()
    {
        ImageRecords images = ImageRecords.Make();
        using var model = OnnxClassifier.Load(BenchInput.PathOf(BenchInput.Images));
        using var loop = new RawLoop(BenchInput.PathOf(BenchInput.Images));

        // A seed of its own for each run: an audit of the same content and seed is answered from the cache.
        int seed = 0;
        return Paired.Time(
            Pairs,
            () =>
            {
                seed++;
                return () => Judge(model, images, seed);
            },
            () => () => loop.Run(images));
    }

    internal static void RunOnce()
    {
        ImageRecords images = ImageRecords.Make();
        using var model = OnnxClassifier.Load(BenchInput.PathOf(BenchInput.Images));
        Judge(model, images, seed: 1);
    }

    private static void Judge(OnnxClassifier model, ImageRecords images, int seed)
    {
        var data = MembershipData.FromArrays<float>(images.Members, images.MemberLabels, images.NonMembers, images.NonMemberLabels, ImageRecords.Shape);
        Verdict verdict = new PrivacyAudits("bench", static _ => { }).Auc(model, data, new AuditOptions { Seed = seed }).Judge(.55);
        if (verdict.Attacks.Count != 4 || verdict.Attacks.Any(attack => attack.Estimate is null))
        {
            throw new InvalidOperationException("The audit judged fewer than its four attacks: " + verdict.Message);
        }
    }
}
