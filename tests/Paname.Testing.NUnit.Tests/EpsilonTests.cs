using NUnit.Framework;
using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Onnx;

namespace Paname.Testing.NUnit.Tests;

/// <summary>Claims of differential privacy through NUnit's Assert.</summary>
[TestFixture]
public sealed class EpsilonTests
{
    private static readonly MembershipData Data = MembershipData.FromCsv("Credit/train.csv", "Credit/holdout.csv", label: "Bad", id: "Id");

    [Test]
    public void Overfitted_model_refutes_a_small_epsilon_and_not_a_large_one()
    {
        using OnnxClassifier model = OnnxClassifier.Load("Credit/credit-overfit.onnx");
        Assert.AuditEpsilon(model, Data, delta: 1e-5).IsNotRefuted(8);
        string message = Failure(() => Assert.AuditEpsilon(model, Data, test: "Overfitted").IsNotRefuted(0.5));
        Assert.That(message, Does.StartWith("Refuted empirically: an epsilon of 0.5 for credit-overfit.onnx; "));
        Assert.That(message, Does.Contain("Empirical, not a DP bound"));
        Assert.That(message, Does.Contain("PANAME_SEED=3 dotnet test --filter \"FullyQualifiedName~Overfitted\""));
    }

    [Test]
    public void Scores_and_predictions_can_be_judged_too()
    {
        double[] with = [.. Enumerable.Range(0, 300).Select(i => 1000.0 + i)];
        double[] without = [.. Enumerable.Range(0, 300).Select(i => (double)i)];
        AuditedEpsilon scores = NUnitAudit.AuditEpsilon(ScoreSample.Create(with, without), delta: 0, new EpsilonOptions { Inclusion = Inclusion.IndependentRuns });
        Assert.That(scores.Attacks[0].Estimate.Kind, Is.EqualTo(EpsilonKind.DpBound));
        Assert.That(Failure(() => scores.IsNotRefuted(2)), Does.StartWith("Refuted: "));
        bool[] member = [.. Enumerable.Repeat(true, 300), .. Enumerable.Repeat(false, 300)];
        double[] losses = [.. without, .. with];
        AuditedEpsilon predictions = Assert.AuditEpsilon(PrecomputedPredictions.FromArrays(OutputKind.Losses, 1, losses, member, labels: null));
        Assert.That(Failure(() => predictions.IsNotRefuted(2)), Does.StartWith("Refuted empirically: "));
        predictions.IsNotRefuted(20);
    }

    // Assert.Fail also tells NUnit's own record of the test, so the failure is asked for in a context of its own.
    private static string Failure(Action judge)
    {
        using (new global::NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            return Assert.Throws<AssertionException>(() => judge())!.Message;
        }
    }
}
