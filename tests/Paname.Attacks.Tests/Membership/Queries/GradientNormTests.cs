using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>The gradient norm attack on a logistic regression, whose gradients are a formula.</summary>
public sealed class GradientNormTests
{
    private static readonly double[] Weights = [2, -1];

    [Fact]
    public void Scores_are_minus_the_norm_of_each_records_own_gradient()
    {
        // d loss / d w = (p - y) x and d loss / d b = p - y.
        double[] rows = ToyAudit.Normal(1, 6, 2);
        int[] labels = [0, 1, 0, 1, 1, 0];
        var target = new Logistic();
        AttackScores found = QueryAttacks.GradientNorm().Score(ToyAudit.Observe(target, Records.FromArray<double>(rows, 2), labels, 3), new AttackRun(1));
        for (int i = 0; i < 6; i++)
        {
            double p = 1 / (1 + Math.Exp(-((Weights[0] * rows[2 * i]) + (Weights[1] * rows[(2 * i) + 1]))));
            double expected = -Math.Abs(p - labels[i]) * Math.Sqrt(1 + (rows[2 * i] * rows[2 * i]) + (rows[(2 * i) + 1] * rows[(2 * i) + 1]));
            Assert.Equal(expected, found.Values.Span[i], 12);
        }

        Assert.Equal(["all parameters"], found.Notes);
        Assert.Null(found.Judged);
        Assert.Same(GradientScope.AllParameters, target.Scope);
    }

    [Fact]
    public void The_scope_is_handed_on()
    {
        var target = new Logistic();
        MembershipObservations observations = ToyAudit.Observe(target, Records.FromArray<double>(ToyAudit.Normal(1, 4, 2), 2), [0, 1, 0, 1], 2);
        Assert.Equal(["parameters of the last layer"], QueryAttacks.GradientNorm(new GradientNormOptions { Scope = GradientScope.LastLayer }).Score(observations, new AttackRun(1)).Notes);
        Assert.Same(GradientScope.LastLayer, target.Scope);
    }

    [Fact]
    public void A_failing_target_is_told_without_its_message()
    {
        var target = new Logistic { Fails = true };
        MembershipObservations observations = ToyAudit.Observe(target, Records.FromArray<double>(ToyAudit.Normal(1, 4, 2), 2), [0, 1, 0, 1], 2);
        PanameDataException error = Assert.Throws<PanameDataException>(() => QueryAttacks.GradientNorm().Score(observations, new AttackRun(1)));
        Assert.Contains("logistic threw InvalidOperationException on the gradients of records 1 to 4", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_norm_that_is_none_is_refused(double norm)
    {
        MembershipObservations observations = ToyAudit.Observe(new Logistic { Always = norm }, Records.FromArray<double>(ToyAudit.Normal(1, 4, 2), 2), [0, 1, 0, 1], 2);
        PanameDataException error = Assert.Throws<PanameDataException>(() => QueryAttacks.GradientNorm().Score(observations, new AttackRun(1)));
        Assert.Equal("logistic: the gradient norm of audited record 1 is no finite number of 0 or more.", error.Message);
    }

    [Fact]
    public void Gradients_and_labels_are_needed()
    {
        IMembershipAttack attack = QueryAttacks.GradientNorm();
        Assert.Equal("needs gradients of the target", attack.NotApplicable(new AttackerView(OutputKind.Logits, 2, true) { Queries = true }));
        Assert.Equal("needs the true labels", attack.NotApplicable(new AttackerView(OutputKind.Logits, 2, false) { Queries = true, Gradients = true }));
        Assert.Null(attack.NotApplicable(new AttackerView(OutputKind.LabelsOnly, 2, true) { Queries = true, Gradients = true }));
    }

    private sealed class Logistic : IGradientTarget
    {
        private readonly DelegateClassifier _classifier = DelegateClassifier.FromRows(OutputKind.Logits, 2, row => [0, (Weights[0] * row[0]) + (Weights[1] * row[1])]);

        public string Name => "logistic";

        public string? Fingerprint => null;

        public OutputKind OutputKind => OutputKind.Logits;

        public int Classes => 2;

        public IReadOnlyList<string> ParameterNames => ["w", "b"];

        public int? InputWidth => 2;

        internal GradientScope? Scope { get; private set; }

        internal bool Fails { get; init; }

        internal double? Always { get; init; }

        public void Score(RecordBatch batch, Span<double> outputs, CancellationToken cancellationToken) => _classifier.Score(batch, outputs, cancellationToken);

        public void GradientNorms(RecordBatch batch, ReadOnlySpan<int> labels, GradientScope scope, Span<double> norms, CancellationToken cancellationToken)
        {
            Scope = scope;
            if (Fails)
            {
                throw new InvalidOperationException("a secret value");
            }

            ReadOnlySpan<double> rows = batch.Values((RecordField<double>)batch.Records.Fields[0]).Span;
            for (int i = 0; i < batch.Count; i++)
            {
                double p = 1 / (1 + Math.Exp(-((Weights[0] * rows[2 * i]) + (Weights[1] * rows[(2 * i) + 1]))));
                norms[i] = Always ?? (Math.Abs(p - labels[i]) * Math.Sqrt(1 + (rows[2 * i] * rows[2 * i]) + (rows[(2 * i) + 1] * rows[(2 * i) + 1])));
            }
        }

        public void InputGradients(RecordBatch batch, GradientObjective objective, ReadOnlySpan<int> classes, Span<double> objectives, Span<float> gradients, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public BatchGradients ParameterGradients(RecordBatch batch, ReadOnlySpan<int> labels, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
