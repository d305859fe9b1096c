using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Onnx;
using Paname.Testing;
using Xunit.Sdk;

[assembly: PanameSeed(3)]

namespace Paname.Testing.Xunit.Tests;

/// <summary>The credit models through xUnit's Assert: the loss attack's AUC, and the gate that passes one and fails the other.</summary>
public sealed class CreditTests
{
    private static readonly MembershipData Data = MembershipData.FromCsv("Credit/train.csv", "Credit/holdout.csv", label: "Bad", id: "Id");

    [Fact]
    public void Regularised_model_passes_with_the_known_loss_auc()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit.onnx");
        AuditedMetric auc = Assert.AuditAuc(model, Data);
        Assert.Equal(.5078584711, auc.Audit.AucOf("Loss").Value, 1e-6);
        Assert.Equal("Correctness", auc.Strongest.Attack);
        Assert.Equal(.513, auc.Strongest.Estimate.Value, .0005);
        auc.IsBelow(0.55);
    }

    [Fact]
    public void Overfitted_model_fails_with_bounds_and_the_loss_row()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit-overfit.onnx");
        BoundedEstimate loss = Assert.AuditAuc(model, Data).Audit.AucOf("Loss");
        Assert.Equal(.6128054752, loss.Value, 2e-4);

        XunitException failure = Assert.ThrowsAny<XunitException>(() => Assert.AuditAuc(model, Data).IsBelow(0.55));
        Assert.StartsWith("Leak proven: membership inference reaches an AUC of at least 0.55 against credit-overfit.onnx.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("  Correctness      0.6293  L 0.6213  U 0.6371     leak proven", failure.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"  Loss             {loss.Value:F4}  L {loss.Lower:F4}  U {loss.Upper:F4}     leak proven"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_of_the_assembly_reaches_both_ways_to_audit()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit.onnx");
        Assert.Equal(3, Assert.AuditAuc(model, Data).Audit.Seed);
        Assert.Equal(3, Assert.Audit<Credit>().Audit.Seed);
        Assert.Equal(8, Assert.Audit<Credit>(seed: 8).Audit.Seed);
    }

    public sealed class Credit : MembershipSubject
    {
        protected override MembershipSetup SetUp(AuditContext context) => new(OnnxClassifier.Load("Credit/credit.onnx"), Data);
    }
}
