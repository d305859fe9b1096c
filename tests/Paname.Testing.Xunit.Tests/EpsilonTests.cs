using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Onnx;
using Xunit.Sdk;

namespace Paname.Testing.Xunit.Tests;

/// <summary>Claims of differential privacy through xUnit's Assert.</summary>
public sealed class EpsilonTests
{
    private static readonly MembershipData Data = MembershipData.FromCsv("Credit/train.csv", "Credit/holdout.csv", label: "Bad", id: "Id");

    [Fact]
    public void Overfitted_model_refutes_a_small_epsilon_and_not_a_large_one()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit-overfit.onnx");
        Assert.AuditEpsilon(model, Data, delta: 1e-5).IsNotRefuted(8);
        XunitException failure = Assert.ThrowsAny<XunitException>(() => Assert.AuditEpsilon(model, Data).IsNotRefuted(0.5));
        Assert.StartsWith("Refuted empirically: an epsilon of 0.5 for credit-overfit.onnx; ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Empirical, not a DP bound", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"FullyQualifiedName~{nameof(Overfitted_model_refutes_a_small_epsilon_and_not_a_large_one)}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("PANAME_SEED=3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_and_predictions_can_be_judged_too()
    {
        double[] with = [.. Enumerable.Range(0, 300).Select(i => 1000.0 + i)];
        double[] without = [.. Enumerable.Range(0, 300).Select(i => (double)i)];
        EpsilonOptions runs = new() { Inclusion = Inclusion.IndependentRuns };
        AuditedEpsilon scores = XunitAudit.AuditEpsilon(ScoreSample.Create(with, without), delta: 0, runs);
        Assert.Equal(EpsilonKind.DpBound, scores.Attacks[0].Estimate.Kind);
        Assert.ThrowsAny<XunitException>(() => scores.IsNotRefuted(2));
        double[] losses = [.. without, .. with];
        bool[] member = [.. Enumerable.Repeat(true, 300), .. Enumerable.Repeat(false, 300)];
        AuditedEpsilon predictions = Assert.AuditEpsilon(PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null));
        Assert.ThrowsAny<XunitException>(() => predictions.IsNotRefuted(2));
        predictions.IsNotRefuted(20);
    }
}
