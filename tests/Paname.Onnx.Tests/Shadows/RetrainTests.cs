using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Training;
using Paname.Onnx.Training;

namespace Paname.Onnx.Tests.Shadows;

public sealed class RetrainTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("paname-shadows-").FullName;
    private readonly MembershipData _data = new(SmallNetwork.Data(1, 60), SmallNetwork.Data(2, 60));
    private readonly OnnxClassifier _target;

    public RetrainTests()
    {
        using OnnxTrainer trainer = SmallNetwork.Open();
        _target = OnnxClassifier.FromBytes(trainer.Train(_data.Members, new TrainingRecipe { Epochs = 60, LearningRate = 0.02 }, seed: 1).ToOnnx(), "small.onnx");
    }

    public void Dispose()
    {
        _target.Dispose();
        Directory.Delete(_cache, recursive: true);
    }

    private ShadowOptions Options => new() { Count = 4, CacheFolder = _cache };

    [Fact]
    public void Models_are_those_the_trainer_trains_on_the_records_of_the_plan()
    {
        ShadowObservations seen = OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe, Options).Observe(Request());

        ShadowPlan plan = ShadowPlan.Online(_data, 4, seed: 7);
        using OnnxTrainer trainer = SmallNetwork.Open();
        using OnnxClassifier second = trainer.Train(plan.TrainingRecords(1, _data), SmallNetwork.Recipe, plan.Seeds[1]).ToClassifier();
        Records audited = _data.Members.Records.Concat(_data.NonMembers.Records);
        var expected = new double[audited.Count * 3];
        ClassifierScorer.Score(second, audited, expected, null, default);
        Assert.Equal(expected, seen.Outputs![1].Values.ToArray());
        Assert.Equal(plan.Inclusion.Of(1).ToArray(), seen.Inclusion.Of(1).ToArray());

        // l_y - log of the sum of the exponentials of the others, of the first record.
        int label = _data.Members.Labels[0];
        double others = Math.Log(Enumerable.Range(0, 3).Where(c => c != label).Sum(c => Math.Exp(expected[c])));
        Assert.Equal(expected[label] - others, seen.Shadows.Row(0)[1], 1e-9);
        Assert.Empty(seen.Notes);
    }

    [Fact]
    public void MatchTarget_trains_to_the_loss_of_the_target_on_its_members()
    {
        TrainingRecipe recipe = TrainingRecipe.MatchTarget with { LearningRate = 0.01 };
        using OnnxTrainer trainer = OnnxTrainer.FromBytes(_target.ReadAgain().Bytes, "small.onnx");
        double target = trainer.MeanLoss(_data.Members);

        ShadowObservations seen = OnnxShadows.Retrain(_target, _data, recipe, Options).Observe(Request());

        for (int model = 0; model < 4; model++)
        {
            double[] losses = [.. Enumerable.Range(0, 120).Where(i => seen.Inclusion[model, i]).Select(i => Math.Log(1 + Math.Exp(-seen.Shadows.Row(i)[model])))];
            Assert.InRange(losses.Average(), 0.5 * target, target + 1e-6);
        }
    }

    [Fact]
    public void Nothing_is_trained_before_an_audit_asks_and_kept_models_are_used_again()
    {
        IShadowSource source = OnnxShadows.Retrain(_target, _data, TrainingRecipe.MatchTarget, Options);
        Assert.Equal("4 shadow models (small.onnx, retrained), each trained on half of the audited records", source.Description);
        Assert.Empty(Directory.GetFiles(_cache));

        var first = new Reports();
        ShadowObservations trained = source.Observe(Request() with { Progress = first });
        var second = new Reports();
        ShadowObservations reused = source.Observe(Request() with { Progress = second });

        Assert.Equal([new(1, 4, 0), new(2, 4, 0), new(3, 4, 0), new(4, 4, 0)], first.All);
        Assert.Equal([new(1, 4, 1), new(2, 4, 2), new(3, 4, 3), new(4, 4, 4)], second.All);
        Assert.Equal(trained.Shadows.Values.ToArray(), reused.Shadows.Values.ToArray());
        Assert.Equal(4, Directory.GetFiles(_cache).Length);
    }

    [Fact]
    public void Any_change_trains_anew()
    {
        Observe(SmallNetwork.Recipe, Options, Request());

        Assert.Equal(4, Observe(SmallNetwork.Recipe, Options, Request()));
        Assert.Equal(4, Observe(SmallNetwork.Recipe, Options with { Count = 6 }, Request()));
        Assert.Equal(0, Observe(SmallNetwork.Recipe with { Epochs = 7 }, Options, Request()));
        Assert.Equal(0, Observe(SmallNetwork.Recipe, Options, Request() with { Seed = 8 }));
        Assert.Equal(0, Observe(SmallNetwork.Recipe, Options, Request(), new OnnxTrainerOptions { Freeze = ["b1"] }));
        Assert.Equal(0, Observe(SmallNetwork.Recipe, Options with { Cache = false }, Request()));

        var others = new MembershipData(SmallNetwork.Data(1, 60), SmallNetwork.Data(3, 60));
        var reports = new Reports();
        OnnxShadows.Retrain(_target, others, SmallNetwork.Recipe, Options).Observe(Request(others) with { Progress = reports });
        Assert.Equal(0, reports.All[^1].Reused);

        using OnnxClassifier other = OnnxClassifier.FromBytes(SmallNetwork.Bytes(dropout: 0.5f), "small.onnx");
        OnnxShadows.Retrain(other, _data, SmallNetwork.Recipe, Options).Observe(Request() with { Progress = reports });
        Assert.Equal(0, reports.All[^1].Reused);
    }

    [Fact]
    public void The_same_numbers_whatever_is_trained_side_by_side()
    {
        ShadowOptions options = Options with { Cache = false };
        double[] one = OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe, options, parallel: 1).Observe(Request()).Shadows.Values.ToArray();
        double[] two = OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe, options, parallel: 2).Observe(Request()).Shadows.Values.ToArray();
        Assert.Equal(one, two);
    }

    [Fact]
    public void Offline_models_see_the_population_only_and_score_it()
    {
        LabelledRecords population = SmallNetwork.Data(5, 80);
        ShadowObservations seen = OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe, Options with { Kind = ShadowKind.Offline, Population = population, PopulationShare = 0.75 }).Observe(Request());

        Assert.All(seen.Inclusion.CountIn(), count => Assert.Equal(0, count));
        Assert.Equal(80, seen.Population!.Count);
        Assert.Equal(60, seen.Population.Inclusion!.Of(0).Count(true));
        Assert.Equal(new ShadowView(4, 0, 4, 0, 360, false, 1, true, 80), seen.View);
    }

    [Fact]
    public void Recipes_that_would_see_members_or_need_other_records_are_refused()
    {
        Assert.Contains("trained on the members", Assert.Throws<ArgumentException>(() => OnnxShadows.Retrain(_target, _data, new TrainingRecipe { Initialisation = Initialisation.FromFile })).Message, StringComparison.Ordinal);
        Assert.Contains("stop early", Assert.Throws<ArgumentException>(() => OnnxShadows.Retrain(_target, _data, new TrainingRecipe { EarlyStopping = new EarlyStopping() })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe, count: 5));
    }

    [Fact]
    public void A_target_file_that_changed_is_refused()
    {
        string path = Path.Combine(_cache, "small.onnx");
        File.WriteAllBytes(path, SmallNetwork.Bytes());
        using OnnxClassifier target = OnnxClassifier.Load(path);
        File.WriteAllBytes(path, SmallNetwork.Bytes(dropout: 0.25f));
        IShadowSource source = OnnxShadows.Retrain(target, _data, SmallNetwork.Recipe, Options);
        Assert.Equal("small.onnx: the file has changed since it was loaded. Load it again.", Assert.Throws<PanameDataException>(() => source.Observe(Request())).Message);
    }

    [Fact]
    public void Cancelling_ends_training()
    {
        using var stop = new CancellationTokenSource();
        IShadowSource source = OnnxShadows.Retrain(_target, _data, SmallNetwork.Recipe with { Epochs = 1_000_000 }, Options);
        stop.CancelAfter(200);
        Assert.ThrowsAny<OperationCanceledException>(() => source.Observe(Request() with { CancellationToken = stop.Token }));
        Assert.Empty(Directory.GetFiles(_cache));
    }

    private int Observe(TrainingRecipe recipe, ShadowOptions options, ShadowRequest request, OnnxTrainerOptions? trainer = null)
    {
        var reports = new Reports();
        OnnxShadows.Retrain(_target, _data, recipe, options, trainer).Observe(request with { Progress = reports });
        return reports.All[^1].Reused;
    }

    private ShadowRequest Request(MembershipData? data = null)
    {
        data ??= _data;
        Records audited = data.Members.Records.Concat(data.NonMembers.Records);
        var outputs = new double[audited.Count * 3];
        ClassifierScorer.Score(_target, audited, outputs, null, default);
        return new ShadowRequest(new TargetOutputs(OutputKind.Logits, 3, outputs), [.. data.Members.Labels, .. data.NonMembers.Labels], data.Members.Count, 7) { Target = _target, Data = data };
    }

    private sealed class Reports : IProgress<ShadowProgress>
    {
        internal List<ShadowProgress> All { get; } = [];

        public void Report(ShadowProgress value) => All.Add(value);
    }
}
