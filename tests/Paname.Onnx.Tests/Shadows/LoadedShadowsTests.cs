using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Training;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Shadows;

public sealed class LoadedShadowsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paname-loaded-").FullName;
    private readonly MembershipData _data = new(SmallNetwork.Data(1, 30), SmallNetwork.Data(2, 30));
    private readonly OnnxClassifier _target = OnnxClassifier.FromBytes(SmallNetwork.Bytes(), "target.onnx");

    public void Dispose()
    {
        _target.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Models_trained_by_a_saved_plan_give_what_retraining_gives()
    {
        ShadowPlan plan = ShadowPlan.Online(_data, 4, 7);
        using OnnxTrainer trainer = SmallNetwork.Open();
        string[] paths = [.. Enumerable.Range(0, 4).Select(model => Path.Combine(_folder, $"shadow_{model}.onnx"))];
        for (int model = 0; model < 4; model++)
        {
            trainer.Train(plan.TrainingRecords(model, _data), SmallNetwork.Recipe, plan.Seeds[model]).Save(paths[model]);
        }

        IShadowSource source = OnnxShadows.Load(paths, plan.Inclusion);
        ShadowObservations loaded = source.Observe(Request());

        ShadowObservations retrained = OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe, new ShadowOptions { Plan = plan, Cache = false }).Observe(Request());
        Assert.Equal(retrained.Shadows.Values.ToArray(), loaded.Shadows.Values.ToArray());
        Assert.Equal(retrained.View, loaded.View);

        string? first = source.Fingerprint;
        Assert.NotNull(first);
        Assert.Equal(first, OnnxShadows.Load(paths, plan.Inclusion).Fingerprint);
        Assert.NotEqual(first, OnnxShadows.Load(paths, plan.Inclusion, population: SmallNetwork.Data(5, 10)).Fingerprint);
        Assert.NotEqual(first, OnnxShadows.Load(paths, ShadowPlan.Online(_data, 4, 8).Inclusion).Fingerprint);
        File.Copy(paths[1], paths[0], overwrite: true);
        Assert.NotEqual(first, OnnxShadows.Load(paths, plan.Inclusion).Fingerprint);
    }

    [Fact]
    public void Files_that_are_missing_or_too_few_are_named()
    {
        InclusionMask mask = ShadowPlan.Online(_data, 2, 7).Inclusion;
        Assert.Equal("There are 1 files of shadow models, and the inclusion mask is of 2 models.", Assert.Throws<PanameDataException>(() => OnnxShadows.Load(["a.onnx"], mask)).Message);
        Assert.Contains("'a.onnx' was not found", Assert.Throws<PanameDataException>(() => OnnxShadows.Load(["a.onnx", "b.onnx"], mask).Observe(Request())).Message, StringComparison.Ordinal);
    }

    private ShadowRequest Request()
    {
        var outputs = new double[60 * 3];
        ClassifierScorer.Score(_target, _data.Members.Records.Concat(_data.NonMembers.Records), outputs, null, default);
        return new ShadowRequest(new TargetOutputs(OutputKind.Logits, 3, outputs), [.. _data.Members.Labels, .. _data.NonMembers.Labels], 30, 7) { Target = _target, Data = _data };
    }
}
