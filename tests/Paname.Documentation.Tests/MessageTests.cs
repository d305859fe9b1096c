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
        Quoted("verdicts.md", Audits.Auc(WithShadows(model), Options with { Tier = AttackTier.Standard }, "Strong_attacks").Judge(0.58).Message);
    }

    [Fact]
    public void Time_that_was_up()
    {
        using OnnxClassifier model = Model();
        var options = Options with { Tier = AttackTier.Standard, TimeBudget = TimeSpan.FromTicks(1) };
        string message = Audits.Auc(WithShadows(model), options).Judge(0.58).Message;
        Quoted("verdicts.md", message[message.IndexOf(", since the time budget", StringComparison.Ordinal)..].Split('\n')[0]);
    }

    [Fact]
    public void Claim_of_differential_privacy()
    {
        using OnnxClassifier model = Model();
        Quoted("dp-audit.md", Audits.Epsilon(model, Data, delta: 1e-5, audit: Options, test: "Claimed_epsilon").Judge(2).Message);
    }

    [Theory]
    [InlineData("verdicts.md", .998, .748)]
    [InlineData("shadow-models.md", .980, .748)]
    public void Shadow_models_that_do_not_fit(string page, double training, double heldOut)
    {
        ShadowFit[] shadows = [.. Enumerable.Range(0, 4).Select(i => new ShadowFit(2200, 2200, .940 + (.007 * i), .744 + (.002 * i), null, null))];
        var mismatch = ShadowMismatch.Judge(new ShadowFit(2200, 2200, training, heldOut, null, null), shadows);
        Assert.Equal(ShadowMismatchLevel.Warning, mismatch.Level);
        Quoted(page, mismatch.Sentence);
    }

    [Fact]
    public void Shadow_models_of_another_kind()
    {
        ShadowFit[] shadows = [.. Enumerable.Range(0, 4).Select(i => new ShadowFit(2200, 2200, .780 + (.007 * i), .744 + (.002 * i), null, null))];
        var mismatch = ShadowMismatch.Judge(new ShadowFit(2200, 2200, .998, .748, null, null), shadows);
        Assert.Equal(ShadowMismatchLevel.Gross, mismatch.Level);
        Quoted("verdicts.md", mismatch.Sentence.Split(", so ")[1].Split(':')[0]);
    }

    private static OnnxClassifier Model() => OnnxClassifier.Load(Path.Combine(Sample, "models", "credit-overfit.onnx"));

    // The models that the sample's own tests train: whoever comes first pays for both.
    private static MembershipSetup WithShadows(OnnxClassifier model) => new(model, Data)
    {
        Shadows = OnnxShadows.Retrain(model, Data, TrainingRecipe.MatchTarget, new ShadowOptions { Count = 16, CacheFolder = Path.Combine(Sample, "artifacts", "shadows") }),
    };

    private void Quoted(string page, string message)
    {
        output.WriteLine(message);
        QuotedText.Holds("docs/" + page, message);
    }
}
