using Paname.Attacks.Data;
using Paname.Attacks.Membership.Risk;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Membership.Risk;

public sealed class ShaprTests
{
    [Fact]
    public void Known_answers_from_near_to_far()
    {
        Assert.Equal([5.0 / 6, -1.0 / 6, 1.0 / 3], Values([.9, .8, .7], [1, 0, 1]), Close);
        Assert.Equal([0.5, 0.5, 0, 0], Values([.9, .8, .7, .6], [1, 1, 0, 0]), Close);
    }

    [Fact]
    public void Reference_case_matches()
    {
        // ART sums in float32 and breaks ties by the order of records; this case has no ties, so only the sum's rounding is left.
        ReferenceCase reference = new("art_shapr_pdtp_breast_cancer");
        double[] expected = reference.Array("shapr");
        double[] values = Shapr.Compute(Probabilities(reference, "probs_train"), Labels(reference, "y_train"), Probabilities(reference, "probs_test"), Labels(reference, "y_test"));
        Assert.Equal(expected, values.Select(v => v * values.Length), static (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(reference.Number("shapr_mean"), values.Average() * values.Length, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Values_are_the_Shapley_values_ties_in_all_orders(int neighbours)
    {
        double[] near = [.9, .8, .8, .8, .6];
        int[] labels = [1, 0, 1, 1, 0];
        Assert.Equal(BruteForce(near, labels, neighbours), Values(near, labels, neighbours), Close);
        Assert.Equal(BruteForce([.5, .5, .5, .5, .5], labels, neighbours), Values([.5, .5, .5, .5, .5], labels, neighbours), Close);
    }

    [Fact]
    public void Values_sum_to_the_nearest_neighbour_accuracy()
    {
        ReferenceCase reference = new("art_shapr_pdtp_breast_cancer");
        TargetOutputs train = Probabilities(reference, "probs_train");
        int[] trainLabels = Labels(reference, "y_train");
        TargetOutputs test = Probabilities(reference, "probs_test");
        int[] testLabels = Labels(reference, "y_test");
        double right = Enumerable.Range(0, test.Count).Count(t =>
            trainLabels[Enumerable.Range(0, train.Count).MinBy(i => Math.Abs(train.Row(i)[0] - test.Row(t)[0]))] == testLabels[t]);
        Assert.Equal(right / test.Count, Shapr.Compute(train, trainLabels, test, testLabels).Sum(), 1e-12);
    }

    [Fact]
    public void Order_of_records_does_not_matter_among_ties_either()
    {
        Random random = new(3);
        double[] logits = [.. Enumerable.Range(0, 3 * 50).Select(_ => (double)random.Next(-2, 3))];
        int[] labels = [.. Enumerable.Range(0, 50).Select(_ => random.Next(3))];
        int[] order = [.. Enumerable.Range(0, 50).OrderBy(i => i * 17 % 53)];
        TargetOutputs train = new(OutputKind.Logits, 3, logits);
        TargetOutputs permuted = new(OutputKind.Logits, 3, (double[])[.. order.SelectMany(i => logits[(3 * i)..((3 * i) + 3)])]);
        double[] before = [.. logits];
        double[] values = Shapr.Compute(train, labels, train, labels, new ShaprOptions { Neighbours = 3 });
        double[] second = Shapr.Compute(permuted, [.. order.Select(i => labels[i])], train, labels, new ShaprOptions { Neighbours = 3 });
        Assert.Equal(order.Select(i => values[i]), second);
        Assert.Equal(before, logits);
    }

    [Fact]
    public void Logits_count_as_their_probabilities()
    {
        Random random = new(4);
        double[] logits = [.. Enumerable.Range(0, 3 * 20).Select(_ => random.NextDouble())];
        int[] labels = [.. Enumerable.Range(0, 20).Select(_ => random.Next(3))];
        TargetOutputs direct = new(OutputKind.Logits, 3, logits);
        TargetOutputs softmax = new(OutputKind.Probabilities, 3, Enumerable.Range(0, 20).SelectMany(i => Softmax(logits[(3 * i)..((3 * i) + 3)])).ToArray());
        Assert.Equal(Shapr.Compute(softmax, labels, softmax, labels), Shapr.Compute(direct, labels, direct, labels), Close);
    }

    [Fact]
    public void Labels_sides_and_options_are_checked()
    {
        TargetOutputs one = new(OutputKind.Probabilities, 2, new[] { .5, .5 });
        Assert.Throws<PanameDataException>(() => Shapr.Compute(one, [0, 1], one, [0]));
        Assert.Contains("test record 0", Assert.Throws<PanameDataException>(() => Shapr.Compute(one, [0], one, [2])).Message, StringComparison.Ordinal);
        Assert.Throws<PanameDataException>(() => Shapr.Compute(new(OutputKind.LabelsOnly, 2, new[] { 1.0 }), [0], one, [0]));
        Assert.Throws<PanameDataException>(() => Shapr.Compute(new(OutputKind.Logits, 2, new[] { .5, .5 }), [0], one, [0]));
        Assert.Throws<PanameDataException>(() => Shapr.Compute(new(OutputKind.Probabilities, 2, Array.Empty<double>()), [], one, [0]));
        Assert.Equal("Neighbours", Assert.Throws<ArgumentOutOfRangeException>(() => new ShaprOptions { Neighbours = 0 }).ParamName);
    }

    // Training records with probability p of class 1; the test record is sure of class 1 and of that class.
    private static double[] Values(double[] p, int[] labels, int neighbours = 1) => Shapr.Compute(
        new(OutputKind.Probabilities, 2, p.SelectMany(v => new[] { 1 - v, v }).ToArray()),
        labels,
        new(OutputKind.Probabilities, 2, new[] { 0.0, 1 }),
        [1],
        new ShaprOptions { Neighbours = neighbours });

    // The definition: the mean over all orders of arrival of what a record adds, ties broken by all orders with equal weight.
    private static double[] BruteForce(double[] p, int[] labels, int neighbours)
    {
        int[][] orders = [.. Permutations([0, 1, 2, 3, 4])];
        double[] values = new double[5];
        foreach (int[] tieBreak in orders)
        {
            foreach (int[] arrival in orders)
            {
                double before = 0;
                for (int i = 0; i < 5; i++)
                {
                    int[] nearest = [.. arrival[..(i + 1)].OrderByDescending(r => p[r]).ThenBy(r => tieBreak[r]).Take(neighbours)];
                    double utility = (double)nearest.Count(r => labels[r] == 1) / neighbours;
                    values[arrival[i]] += (utility - before) / (orders.Length * orders.Length);
                    before = utility;
                }
            }
        }

        return values;
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    private static IEnumerable<double> Softmax(double[] row) => row.Select(v => Math.Exp(v) / row.Sum(Math.Exp));

    private static TargetOutputs Probabilities(ReferenceCase reference, string name) => new(OutputKind.Probabilities, 2, reference.Array(name));

    private static int[] Labels(ReferenceCase reference, string name) => Array.ConvertAll(reference.Array(name), static v => (int)v);

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;
}
