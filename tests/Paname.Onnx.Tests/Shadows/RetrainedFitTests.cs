using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Training;
using Paname.Onnx.Training;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests.Shadows;

/// <summary>Small networks that were trained as their shadow models, and ten times as long.</summary>
public class RetrainedFitTests(ITestOutputHelper output)
{
    private static readonly TrainingRecipe s_recipe = new() { Epochs = 12, BatchSize = 32, LearningRate = 0.01 };
    private readonly MembershipData _data = new(SmallNetwork.Data(1, 150), SmallNetwork.Data(2, 150));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_target_trained_as_its_shadows_is_not_flagged(int seed) => Assert.Equal(ShadowMismatchLevel.None, Judge(s_recipe, s_recipe, seed).Level);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_target_trained_ten_times_as_long_is_flagged(int seed)
    {
        ShadowMismatch found = Judge(s_recipe with { Epochs = 120 }, s_recipe, seed);
        Assert.NotEqual(ShadowMismatchLevel.None, found.Level);
        Assert.Contains("mean loss on training records", found.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void MatchTarget_mends_it(int seed)
        => Assert.Equal(ShadowMismatchLevel.None, Judge(s_recipe with { Epochs = 120 }, TrainingRecipe.MatchTarget with { BatchSize = 32, LearningRate = 0.01 }, seed).Level);

    private ShadowMismatch Judge(TrainingRecipe ofTarget, TrainingRecipe ofShadows, int seed)
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        using OnnxClassifier target = trainer.Train(_data.Members, ofTarget, seed).ToClassifier();
        Records audited = _data.Members.Records.Concat(_data.NonMembers.Records);
        var values = new double[audited.Count * 3];
        ClassifierScorer.Score(target, audited, values, null, default);
        var outputs = new TargetOutputs(OutputKind.Logits, 3, values);
        int[] labels = [.. _data.Members.Labels, .. _data.NonMembers.Labels];
        var request = new ShadowRequest(outputs, labels, 150, seed) { Target = target, Data = _data };

        ShadowObservations seen = OnnxShadows.Retrain(target, _data, ofShadows, new ShadowOptions { Count = 8, Cache = false }).Observe(request);

        ShadowMismatch found = ShadowMismatch.Judge(ShadowFit.OfTarget(seen, outputs, labels, 150), ShadowFit.OfShadows(seen, labels));
        output.WriteLine($"{found.Level}: {found.Sentence}");
        return found;
    }
}
