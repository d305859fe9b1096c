using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Onnx;
using Paname.Onnx.Training;
using Paname.Testing;
using Paname.Tests.Shared;
using Xunit.Abstractions;

namespace Paname.Documentation.Tests;

/// <summary>The messages that the documents quote are those a user gets.</summary>
public sealed class MessageTests(ITestOutputHelper output)
{
    private static readonly PrivacyAudits Audits = new("documents", message => throw new InvalidOperationException(message));

    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "ModelRepoExample");

    private static readonly MembershipData Data = MembershipData.FromCsv(
        Path.Combine(Sample, "data", "train.csv"), Path.Combine(Sample, "data", "holdout.csv"), label: "Bad", id: "Id");

    private static readonly AuditOptions Options = new() { Seed = 1 };

    [Fact]
    public void Attack_set_of_outputs()
    {
        using OnnxClassifier model = Model();
        Quoted("verdicts.md", Audits.Auc(model, Data, Options, "No_attack_tells_training_records_from_others").Judge(0.55).Message);
    }

    [Fact]
    public void Attack_set_with_shadow_models()
    {
        using OnnxClassifier model = Model();
        // The page shows sixteen models; four are trained in a quarter of the time, and the words are the same.
        var shadows = new ShadowOptions { Count = 4, Cache = false };
        var setup = new MembershipSetup(model, Data) { Shadows = OnnxShadows.Retrain(model, Data, TrainingRecipe.MatchTarget, shadows) };
        Quoted("verdicts.md", Audits.Auc(setup, Options with { Tier = AttackTier.Standard }, "Strong_attacks").Judge(0.58).Message);
    }

    [Fact]
    public void First_run_of_a_baseline()
        => Quoted("baselines.md", BaselineComparison.Of(null, BaselineRun("credit.onnx", margin: .04)).Message);

    [Fact]
    public void First_run_that_could_not_show_the_margin()
        => Quoted("baselines.md", "Next:" + BaselineComparison.Of(null, BaselineRun("credit.onnx", margin: .03)).Message.Split("Next:")[1]);

    [Fact]
    public void Run_that_is_worse_than_its_baseline()
    {
        AcceptResult first = BaselineAccepting.Apply(null, BaselineRun("credit.onnx", margin: .04), new AcceptRequest(), new DateOnly(2026, 3, 2));
        Quoted("baselines.md", BaselineComparison.Of(first.Accepted, BaselineRun("credit-overfit.onnx", margin: .04)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Refusals_of_an_acceptance(bool worse)
    {
        Baseline accepted = BaselineAccepting.Apply(null, BaselineRun("credit.onnx", margin: .04), new AcceptRequest(), new DateOnly(2026, 3, 2)).Accepted!;
        Baseline run = worse ? BaselineRun("credit-overfit.onnx", margin: .04) : accepted;
        Quoted("baselines.md", BaselineAccepting.Apply(accepted, run, new AcceptRequest(), new DateOnly(2026, 3, 3)).Refusal!);
    }

    [Fact]
    public void Claim_of_differential_privacy()
    {
        using OnnxClassifier model = Model();
        Quoted("dp-audit.md", Audits.Epsilon(model, Data, delta: 1e-5, audit: Options, test: "Claimed_epsilon").Judge(2).Message);
    }

    [Theory]
    [InlineData("verdicts.md")]
    [InlineData("shadow-models.md")]
    public void Shadow_models_that_fit_otherwise(string page)
    {
        ShadowMismatch mismatch = Mismatch(training: .95);
        Assert.Equal(ShadowMismatchLevel.Warning, mismatch.Level);
        Quoted(page, mismatch.Sentence);
    }

    [Fact]
    public void Shadow_models_of_another_kind()
    {
        ShadowMismatch mismatch = Mismatch(training: .80);
        Assert.Equal(ShadowMismatchLevel.Gross, mismatch.Level);
        Quoted("verdicts.md", mismatch.Sentence.Split(", so ")[1].Split(':')[0]);
    }

    private static ShadowMismatch Mismatch(double training)
        => ShadowMismatch.Judge(
            new ShadowFit(2200, 2200, .998, .748, null, null),
            [.. Enumerable.Range(0, 16).Select(i => new ShadowFit(2200, 2200, training + (.001 * i), .744 + (.0005 * i), null, null))]);

    private static OnnxClassifier Model(string file = "credit-overfit.onnx") => OnnxClassifier.Load(Path.Combine(Sample, "models", file));

    private static Baseline BaselineRun(string file, double margin)
    {
        using OnnxClassifier model = Model(file);
        return Baseline.FromAudit(Audits.Auc(model, Data, Options).Audit, "CreditPrivacyTests.Leaks_no_more_than_before", new BaselineOptions { Margin = margin });
    }

    private void Quoted(string page, string message)
    {
        output.WriteLine(message);
        QuotedText.Holds("docs/" + page, message);
    }
}
