using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Support;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests.Shadows;

/// <summary>The fit of the reference's shadow models, which PyTorch trained as it trained their target. Every one of them is taken as the target of the others in turn.</summary>
public class ReferenceFitTests(ITestOutputHelper output)
{
    [ReferenceFact("models/breast_cancer_mlp/logits_pool.npy")]
    public void Breast_cancer() => NoneOfTheTargetsIsFlagged("breast_cancer_mlp", 34, 2);

    [ReferenceFact("models/digits_mlp/logits_pool.npy")]
    public void Digits() => NoneOfTheTargetsIsFlagged("digits_mlp", 34, 10);

    [ReferenceFact("models/fmnist_cnn/logits_pool.npy")]
    public void Fashion() => NoneOfTheTargetsIsFlagged("fmnist_cnn", 18, 10, flagsOthers: false);

    [ReferenceFact("models/location30_mlp/logits_pool.npy")]
    public void Location() => NoneOfTheTargetsIsFlagged("location30_mlp", 34, 30);

    [ReferenceFact("models/breast_cancer_rf/true_class_prob_pool_all_models.csv")]
    public void Forests_by_their_signals_alone() => NotFlaggedBySignals("breast_cancer_rf");

    [ReferenceFact("models/digits_lr/true_class_prob_pool_all_models.csv")]
    public void Regressions_by_their_signals_alone() => NotFlaggedBySignals("digits_lr");

    private void NoneOfTheTargetsIsFlagged(string name, int models, int classes, bool flagsOthers = true)
    {
        string folder = ReferenceFactAttribute.PathOf("models/" + name);
        bool[] keep = ReferenceFiles.Npy<bool>(Path.Combine(folder, "keep.npy"), "'|b1'");
        float[] logits = ReferenceFiles.Npy<float>(Path.Combine(folder, "logits_pool.npy"), "'<f4'");
        int[] labels = [.. File.ReadLines(Path.Combine(folder, "pool_labels.csv")).Select(line => int.Parse(line, System.Globalization.CultureInfo.InvariantCulture))];
        ShadowFit[] fits = [.. Enumerable.Range(0, models).Select(model =>
        {
            var outputs = new TargetOutputs(OutputKind.Logits, classes, logits.AsSpan(model * labels.Length * classes, labels.Length * classes).ToArray().Select(value => (double)value).ToArray());
            var signals = new double[labels.Length];
            Signal.ScaledLogit.Compute(outputs, labels, signals);
            var one = new ShadowSignals(SignalScale.ScaledLogit, labels.Length, 1, 1, signals);
            var mask = new InclusionMask(1, labels.Length, keep[(model * labels.Length)..((model + 1) * labels.Length)]);
            return ShadowFit.OfShadows(new ShadowObservations(one, one, mask) { Outputs = [outputs] }, labels)[0];
        })];

        // Models 2i and 2i + 1 were trained on complements; the target is model 0.
        ShadowMismatch[] found = [.. Enumerable.Range(0, models).Select(target => ShadowMismatch.Judge(fits[target], [.. fits.Where((_, i) => i / 2 != target / 2)]))];
        Array.ForEach(found, mismatch => output.WriteLine($"{mismatch.Level} {mismatch.Sentence}"));
        output.WriteLine(fits[0].ToString());
        Assert.Equal(ShadowMismatchLevel.None, found[0].Level);
        Assert.InRange(found.Count(mismatch => mismatch.Level != ShadowMismatchLevel.None), 0, 2);
        Assert.DoesNotContain(found, mismatch => mismatch.Level == ShadowMismatchLevel.Gross);

        // Against models whose training was cut off at a loss twenty times higher, it is; but for the CNN, whose training losses spread as far by themselves.
        ShadowFit[] others = [.. fits.Skip(2).Select(fit => fit with { TrainingLoss = 20 * fit.TrainingLoss, TrainingAccuracy = fit.TrainingAccuracy - 0.05 })];
        Assert.Equal(flagsOthers, ShadowMismatch.Judge(fits[0], others).Level != ShadowMismatchLevel.None);
    }

    private void NotFlaggedBySignals(string name)
    {
        string folder = ReferenceFactAttribute.PathOf("models/" + name);
        double[][] probabilities = ReferenceFiles.Csv(Path.Combine(folder, "true_class_prob_pool_all_models.csv"));
        bool[][] keep = [.. ReferenceFiles.Csv(Path.Combine(folder, "keep.csv")).Select(row => row.Select(cell => cell == 1).ToArray())];
        int records = keep[0].Length, models = keep.Length - 2, members = keep[0].Count(member => member);
        IShadowSource source = ShadowModels.FromSignals(
            ShadowSignalKind.TrueClassProbabilities,
            probabilities.Skip(2).SelectMany(row => row).ToArray(),
            new InclusionMask(models, records, [.. keep.Skip(2).SelectMany(row => row)]),
            new ShadowSignalOptions { Member = keep[0], Target = probabilities[0] });
        var recorded = new TargetOutputs(OutputKind.LabelsOnly, 2, new double[records]);
        ShadowObservations seen = source.Observe(new ShadowRequest(recorded, [], members, 1));

        ShadowMismatch found = ShadowMismatch.Judge(ShadowFit.OfTarget(seen, recorded, [], members), ShadowFit.OfShadows(seen, []));

        output.WriteLine(ShadowFit.OfTarget(seen, recorded, [], members).ToString());
        Assert.Equal(string.Empty, found.Sentence);
        Assert.All(ShadowFit.OfShadows(seen, []), fit => Assert.InRange(fit.TrainingLoss!.Value, 1e-6, fit.HeldOutLoss!.Value));
    }
}
