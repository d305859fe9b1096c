using System.Diagnostics;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Shadows;
using Paname.Onnx.Tests.Training;
using Paname.Onnx.Training;
using Paname.Testing;
using Paname.Testing.Tests.Support;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests.Audits;

/// <summary>Whole audits of an ONNX file with shadow models retrained from it and its gradients.</summary>
public sealed class TierAuditTests : IDisposable
{
    private readonly ITestOutputHelper _output;
    private readonly PrivacyAudits _audits = new("none", _ => { });
    private readonly MembershipData _data = new(SmallNetwork.Data(1, 120), SmallNetwork.Data(2, 120));
    private readonly OnnxClassifier _target;
    private readonly OnnxGradients _gradients;

    public TierAuditTests(ITestOutputHelper output)
    {
        _output = output;
        using OnnxTrainer trainer = SmallNetwork.Open();
        byte[] model = trainer.Train(_data.Members, new TrainingRecipe { Epochs = 60, LearningRate = 0.02 }, seed: 1).ToOnnx();
        _target = OnnxClassifier.FromBytes(model, "small.onnx");
        _gradients = OnnxGradients.FromBytes(model, "small.onnx");
    }

    public void Dispose()
    {
        _target.Dispose();
        _gradients.Dispose();
    }

    [Fact]
    public void Thorough_runs_every_attack_that_applies_and_every_number_is_one()
    {
        long start = Stopwatch.GetTimestamp();
        AuditedMetric auc = _audits.Auc(SetUp(64, new ShadowOptions { Cache = false }), new AuditOptions { Tier = AttackTier.Thorough });
        string message = auc.Judge(.55).Message;
        _output.WriteLine(FormattableString.Invariant($"{message}\n{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));

        AttackResult left = Assert.Single(auc.Audit.Attacks, attack => attack.Sample is null);
        Assert.Equal(("BASE", "ranks records as RMIA does when every record is in half of the shadow models"), (left.Name, left.NotApplicable));
        Assert.Equal(15, auc.Attacks.Count);
        Assert.All(auc.Attacks, attack =>
        {
            BoundedEstimate estimate = attack.Estimate;
            Assert.InRange(estimate.Value, .3, 1);
            Assert.InRange(estimate.Value, estimate.Lower, estimate.Upper);
        });
        Assert.InRange(auc.Audit.AucOf("RMIA").Lower, .55, 1);
        Assert.Contains("  LiRA: online: 64 shadow models, at least 32 trained on each record and 32 without it; variance of each record's own.", message, StringComparison.Ordinal);
        Assert.Contains("Note: blind baseline: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_budget_trains_what_fits_and_says_what_was_left_out()
    {
        var clock = new ManualClock();
        var progress = new Steps(work => clock.Advance(work.StartsWith("shadow models", StringComparison.Ordinal) ? 10 : work == "attack CalibratedLoss" ? 100 : 0));
        var options = new AuditOptions { Tier = AttackTier.Standard, TimeBudget = TimeSpan.FromSeconds(60), Clock = clock, Progress = progress };

        // Each model takes 10 s of three quarters of a minute: two pairs fit.
        AuditedMetric auc = _audits.Auc(SetUp(16, new ShadowOptions { Cache = false, Time = clock }), options);
        string message = auc.Judge(.55).Message;
        Assert.Contains("Note: 4 of 16 shadow models: the time budget of 45 s was used up.", message, StringComparison.Ordinal);
        Assert.Contains("  LiRA: online: 4 shadow models", message, StringComparison.Ordinal);
        Assert.Equal(["CalibratedLoss", "AttackClassifier"], auc.Audit.Planned.Where(attack => attack.NotRun is not null).Select(attack => attack.Name));
        Assert.Contains("  Not run: CalibratedLoss, AttackClassifier, since the time budget of 60 s was used up. Nothing is shown about them;", message, StringComparison.Ordinal);
        Assert.Equal(8, auc.Strongest.ChosenAmong);
    }

    private MembershipSetup SetUp(int count, ShadowOptions options)
        => new(_target, _data)
        {
            Gradients = _gradients,
            Shadows = OnnxShadows.Retrain(_target, _data, new TrainingRecipe { Epochs = 60, LearningRate = 0.02 }, options with { Count = count }, parallel: count == 64 ? 0 : 1),
        };

    private sealed class Steps(Action<string> step) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => step(value.Work ?? string.Empty);
    }
}
