using NUnit.Framework;
using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Onnx;
using Paname.Testing;

[assembly: PanameSeed(3)]

namespace Paname.Testing.NUnit.Tests;

/// <summary>The credit models through NUnit's Assert: the loss attack's AUC, and the gate that passes one and fails the other.</summary>
[TestFixture]
public sealed class CreditTests
{
    private static readonly MembershipData Data = MembershipData.FromCsv("Credit/train.csv", "Credit/holdout.csv", label: "Bad", id: "Id");

    [Test]
    public void Regularised_model_passes_with_the_known_loss_auc()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit.onnx");
        AuditedMetric auc = Assert.AuditAuc(model, Data);
        Assert.That(auc.Audit.AucOf("Loss").Value, Is.EqualTo(.5078584711).Within(1e-6));
        Assert.That(auc.Strongest.Attack, Is.EqualTo("Correctness"));
        Assert.That(auc.Strongest.Estimate.Value, Is.EqualTo(.513).Within(.0005));
        auc.IsBelow(0.55);
        Assert.That(auc, Is.ShownBelow(0.55));
    }

    [Test]
    public void Overfitted_model_fails_with_bounds_and_the_loss_row()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit-overfit.onnx");
        AuditedMetric auc = Assert.AuditAuc(model, Data);
        BoundedEstimate loss = auc.Audit.AucOf("Loss");
        Assert.That(loss.Value, Is.EqualTo(.6128054752).Within(2e-4));

        Verdict verdict = auc.Judge(0.55);
        Assert.That(verdict.Outcome, Is.EqualTo(VerdictOutcome.Fail));
        Assert.That(verdict.Message, Does.StartWith("Leak proven: membership inference reaches an AUC of at least 0.55 against credit-overfit.onnx."));
        Assert.That(verdict.Message, Does.Contain("  Correctness      0.6293  L 0.6213  U 0.6371     leak proven"));
        Assert.That(verdict.Message, Does.Contain(FormattableString.Invariant($"  Loss             {loss.Value:F4}  L {loss.Lower:F4}  U {loss.Upper:F4}     leak proven")));
    }

    [Test]
    public void Seed_of_the_assembly_reaches_both_ways_to_audit()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit.onnx");
        Assert.That(Assert.AuditAuc(model, Data).Audit.Seed, Is.EqualTo(3));
        Assert.That(Assert.Audit<Credit>().Audit.Seed, Is.EqualTo(3));
        Assert.That(Assert.Audit<Credit>(seed: 8).Audit.Seed, Is.EqualTo(8));
    }

    public sealed class Credit : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => new(OnnxClassifier.Load("Credit/credit.onnx"), Data);
    }
}
