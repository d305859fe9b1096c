using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Signals;

/// <summary>Entropies from logits share one exponential per class; here they are held against each class's own log-odds.</summary>
public sealed class LogitPrecisionTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 40)]
    [InlineData(10, 5)]
    [InlineData(10, 900)]
    [InlineData(100, 12)]
    public void Entropies_equal_the_sum_over_classes_by_log_odds(int classes, double scale)
    {
        var random = new Random(31);
        double[] logits = [.. Enumerable.Range(0, 200 * classes).Select(_ => scale * (random.NextDouble() - .5))];
        int[] labels = [.. Enumerable.Range(0, 200).Select(_ => random.Next(classes))];
        var outputs = new TargetOutputs(OutputKind.Logits, classes, logits);
        var entropy = new double[200];
        var modified = new double[200];
        Signal.Entropy.Compute(outputs, [], entropy);
        Signal.ModifiedEntropy.Compute(outputs, labels, modified);

        for (int i = 0; i < 200; i++)
        {
            double[] odds = [.. Enumerable.Range(0, classes).Select(c => LogOdds.FromLogits(outputs.Row(i), c))];
            Near(odds.Sum(o => P(o) * Loss(o)), entropy[i]);
            Near(odds.Select((o, c) => c == labels[i] ? P(-o) * Loss(o) : P(o) * Loss(-o)).Sum(), modified[i]);
        }

        static double Loss(double odds) => LogOdds.ToLoss(odds);
        static double P(double odds) => Math.Exp(-LogOdds.ToLoss(odds));
        static void Near(double expected, double actual) => Assert.Equal(expected, actual, Math.Max(1e-11 * expected, 1e-300));
    }

    [Fact]
    public void Modified_entropy_of_a_certain_wrong_answer_stays_finite_and_exact()
        => Assert.Equal(2000 + (1999 - Math.Log(1 + Math.Exp(-1))), Modified([0, 2000, 1], 0), 1e-9);

    [Fact]
    public void Modified_entropy_of_a_certain_right_answer_keeps_its_order()
        => Assert.True(Modified([101, 0, 0], 0) is > 0 and var surer && surer < Modified([100, 0, 0], 0));

    private static double Modified(double[] row, int label)
    {
        var value = new double[1];
        Signal.ModifiedEntropy.Compute(new TargetOutputs(OutputKind.Logits, row.Length, row), [label], value);
        return value[0];
    }
}
