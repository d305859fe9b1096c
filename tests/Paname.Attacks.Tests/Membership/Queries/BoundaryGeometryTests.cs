using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Xunit.Abstractions;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>Distances found by HopSkipJump against distances known from geometry. It can only come from above: every point it gives is of another class.</summary>
public sealed class BoundaryGeometryTests(ITestOutputHelper output)
{
    private static readonly double[] Normal5 = [1, -2, .5, 3, -1];

    [Fact]
    public void Distance_to_a_plane_is_found_within_a_few_per_cent()
    {
        double[] rows = ToyAudit.Normal(1, 30, 5);
        DelegateClassifier target = DelegateClassifier.FromRows(2, row => Side(row) > 0 ? 1 : 0);
        double[] expected = [.. Enumerable.Range(0, 30).Select(i => Math.Abs(Side(rows.AsSpan(i * 5, 5))) / Math.Sqrt(Normal5.Sum(w => w * w)))];
        Check(Distances(target, rows, 5, Free), expected, .03, .01);
    }

    [Fact]
    public void Logits_and_probabilities_and_labels_give_the_same_distances()
    {
        double[] rows = ToyAudit.Normal(2, 20, 5);
        DelegateClassifier labels = DelegateClassifier.FromRows(2, row => Side(row) > 0 ? 1 : 0);
        DelegateClassifier logits = DelegateClassifier.FromRows(OutputKind.Logits, 2, row => [0, Side(row)]);
        DelegateClassifier probabilities = DelegateClassifier.FromRows(OutputKind.Probabilities, 2, row => Side(row) > 0 ? [.25, .75] : [.75, .25]);
        double[] distances = Distances(labels, rows, 5, Free);
        Assert.Equal(distances, Distances(logits, rows, 5, Free));
        Assert.Equal(distances, Distances(probabilities, rows, 5, Free));
    }

    [Fact]
    public void Distance_to_the_nearest_of_three_classes_is_found()
    {
        // Three sectors of 120 degrees: the boundaries are three half-lines from the origin.
        double[] rows = ToyAudit.Normal(3, 60, 2);
        DelegateClassifier target = DelegateClassifier.FromRows(3, row => Sector(row[0], row[1]));
        double[] expected = [.. Enumerable.Range(0, 60).Select(i => ToHalfLines(rows[2 * i], rows[(2 * i) + 1]))];
        double[] errors = Errors(Distances(target, rows, 2, Free), expected);

        // The search is local: a few end at the farther of two boundaries.
        Assert.All(errors, error => Assert.InRange(error, -1e-9, 1));
        Assert.True(errors.Count(error => error < .02) >= 54);
    }

    [Fact]
    public void A_box_makes_the_way_longer()
    {
        // Class 1 is x + y > 2. Without a box a record at (0, v) is (2 - v)/sqrt 2 away; with x at most .5 the nearest point is (.5, 1.5) where that lies beyond the foot of the perpendicular.
        double[] rows = [.. Enumerable.Range(0, 20).SelectMany(i => new[] { i % 2 * .25, -.1 * i })];
        DelegateClassifier target = DelegateClassifier.FromRows(2, row => row[0] + row[1] > 2 ? 1 : 0);
        double[] expected = [.. Enumerable.Range(0, 20).Select(i => Math.Sqrt(Math.Pow(.5 - rows[2 * i], 2) + Math.Pow(1.5 - rows[(2 * i) + 1], 2)))];
        BoundaryDistanceOptions options = Free with { Minimum = [-4, -4], Maximum = [.5, 4] };
        Check(Distances(target, rows, 2, options), expected, .06, .04);
    }

    [Fact]
    public void Standard_deviations_are_the_unit_by_default()
    {
        // Stretching a feature together with the model changes nothing.
        double[] rows = ToyAudit.Normal(4, 20, 5);
        double[] stretched = [.. rows.Select((value, i) => i % 5 == 3 ? 1024 * value : value)];
        DelegateClassifier target = DelegateClassifier.FromRows(2, row => Side(row) > 0 ? 1 : 0);
        DelegateClassifier stretchedTarget = DelegateClassifier.FromRows(2, row => Side([row[0], row[1], row[2], row[3] / 1024, row[4]]) > 0 ? 1 : 0);
        double[] distances = Distances(target, rows, 5, new BoundaryDistanceOptions { Minimum = [-8], Maximum = [8] });
        double[] afterwards = Distances(stretchedTarget, stretched, 5, new BoundaryDistanceOptions { Minimum = [-8, -8, -8, -8192, -8], Maximum = [8, 8, 8, 8192, 8] });
        Assert.All(distances.Zip(afterwards), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        double[] deviations = [.. FeatureSpread.Of(Records.FromArray<double>(rows, 5)).StandardDeviation];
        double length = Math.Sqrt(Normal5.Zip(deviations, (w, s) => w * w * s * s).Sum());
        Check(distances, [.. Enumerable.Range(0, 20).Select(i => Math.Abs(Side(rows.AsSpan(i * 5, 5))) / length)], .05, .02);
    }

    [Fact]
    public void More_steps_are_never_farther_and_a_larger_budget_is_nearer_on_average()
    {
        double[] rows = ToyAudit.Normal(5, 24, 8);
        DelegateClassifier target = DelegateClassifier.FromRows(2, row => row.Sum() + (row[0] * row[1]) > .3 ? 1 : 0);
        double[]? before = null;
        foreach (int steps in new[] { 1, 2, 4, 8 })
        {
            double[] distances = Distances(target, rows, 8, Free with { MaxIterations = steps });
            Assert.All(distances.Zip(before ?? distances), pair => Assert.True(pair.First <= pair.Second));
            Assert.True(before is null || distances.Sum() < before.Sum());
            before = distances;
        }

        double[] means = [.. new[] { 50, 200, 800, 2500 }.Select(budget => Distances(target, rows, 8, Free with { QueriesPerRecord = budget }).Average())];
        output.WriteLine(string.Join(' ', means.Select(mean => FormattableString.Invariant($"{mean:F4}"))));
        Assert.Equal(means.OrderDescending(), means);
    }

    private static BoundaryDistanceOptions Free => new() { Standardise = false, Minimum = [-8], Maximum = [8] };

    private static double Side(ReadOnlySpan<double> row)
    {
        double sum = .7;
        for (int j = 0; j < Normal5.Length; j++)
        {
            sum += Normal5[j] * row[j];
        }

        return sum;
    }

    private static int Sector(double x, double y) => (int)(((Math.Atan2(y, x) + Math.PI) / (2 * Math.PI / 3)) % 3);

    private static double ToHalfLines(double x, double y) => Enumerable.Range(0, 3).Min(k =>
    {
        (double sine, double cosine) = Math.SinCos(-Math.PI + (k * 2 * Math.PI / 3));
        double along = Math.Max(0, (x * cosine) + (y * sine));
        return Math.Sqrt(Math.Pow(x - (along * cosine), 2) + Math.Pow(y - (along * sine), 2));
    });

    private static double[] Distances(DelegateClassifier target, double[] rows, int width, BoundaryDistanceOptions options)
    {
        Records records = Records.FromArray<double>(rows, width);
        var first = new double[records.Count * (target.OutputKind == OutputKind.LabelsOnly ? 1 : target.Classes)];
        ClassifierScorer.Score(target, records, first, null, default);
        int[] labels = [.. Enumerable.Range(0, records.Count).Select(i => target.OutputKind == OutputKind.LabelsOnly
            ? (int)first[i]
            : System.Numerics.Tensors.TensorPrimitives.IndexOfMax<double>(first.AsSpan(i * target.Classes, target.Classes)))];
        return QueryAttacks.BoundaryDistance(options).Score(ToyAudit.Observe(target, records, labels, records.Count / 2), new AttackRun(7)).Values.ToArray();
    }

    private double[] Errors(double[] actual, double[] expected)
    {
        double[] errors = [.. actual.Zip(expected, (a, e) => (a - e) / e)];
        output.WriteLine(FormattableString.Invariant($"relative error: mean {errors.Average():F4}, worst {errors.Max():F4}, least {errors.Min():G3}"));
        return errors;
    }

    private void Check(double[] actual, double[] expected, double worst, double mean)
    {
        double[] errors = Errors(actual, expected);
        Assert.All(errors, error => Assert.InRange(error, -1e-9, worst));
        Assert.InRange(errors.Average(), 0, mean);
    }
}
