using System.Globalization;
using System.Text.Json;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Onnx.Tests.Gradients;
using Paname.Onnx.Tests.Support;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests.Membership;

/// <summary>Attacks that ask an ONNX model, against the same attacks in PyTorch.</summary>
public sealed class QueryAttackTests(ITestOutputHelper output)
{
    private static readonly JsonElement Reference = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.PathOf("queries", "reference.json"))).RootElement;

    [Theory]
    [InlineData("gradient_all", false)]
    [InlineData("gradient_last", true)]
    public void Gradient_norms_give_the_auc_of_PyTorch(string expected, bool last)
    {
        using OnnxGradients model = OnnxGradients.Load(ReferenceFiles.PathOf("digits_mlp", "target.onnx"));
        (MembershipObservations observations, _) = Digits(model);
        var options = new GradientNormOptions { Scope = last ? GradientScope.LastLayer : GradientScope.AllParameters };

        // Norms in float32 may swap neighbours: two pairs in ten thousand.
        Assert.Equal(Reference.GetProperty(expected).GetDouble(), AucOf(QueryAttacks.GradientNorm(options), observations), 2e-4);
    }

    [Fact]
    public void Scores_are_minus_the_norms_of_PyTorch()
    {
        TorchCase torch = TorchCase.Read("digits_mlp");
        using OnnxGradients model = OnnxGradients.Load(ReferenceFiles.PathOf("digits_mlp", "target.onnx"));
        Records records = Records.FromArray<float>(ReferenceFiles.Npy<float>(TorchCase.Folder("digits_mlp.x.npy"), "<f4"), 64);
        double[] scores = QueryAttacks.GradientNorm().Score(Observe(model, records, torch.Labels, 4), new AttackRun(1)).Values.ToArray();
        double[] lastLayer = QueryAttacks.GradientNorm(new GradientNormOptions { Scope = GradientScope.LastLayer }).Score(Observe(model, records, torch.Labels, 4), new AttackRun(1)).Values.ToArray();
        Assert.All(torch.NormsOver(model.ParameterNames).Zip(scores), pair => Assert.Equal(-pair.First, pair.Second, 1e-4 * pair.First));
        Assert.All(torch.NormsOver(model.ParameterNames.TakeLast(2)).Zip(lastLayer), pair => Assert.Equal(-pair.First, pair.Second, 1e-4 * pair.First));
    }

    [Fact]
    public void Noise_stability_gives_the_auc_of_PyTorch_within_the_spread_of_its_noise()
    {
        using OnnxClassifier model = OnnxClassifier.Load(ReferenceFiles.PathOf("digits_mlp", "target.onnx"));
        (MembershipObservations observations, _) = Digits(model);
        double auc = AucOf(QueryAttacks.NoiseStability(), observations);
        output.WriteLine(FormattableString.Invariant($"Merlin {auc:F4}"));
        Assert.Equal(Reference.GetProperty("merlin_mean").GetDouble(), auc, 4 * Reference.GetProperty("merlin_sd").GetDouble());
    }

    [Fact]
    public void Label_only_distances_come_near_the_least_that_gradients_find()
    {
        using OnnxClassifier model = OnnxClassifier.Load(ReferenceFiles.PathOf("digits_mlp", "target.onnx"), new OnnxClassifierOptions { OutputKind = OutputKind.LabelsOnly });
        double[] expected = [.. Reference.GetProperty("distance").EnumerateArray().Select(value => value.GetDouble())];
        (MembershipObservations observations, int[] order) = Digits(model);

        // Only the records with a reference are asked about: the labels of all others are turned, so that they are wrong from the start.
        int[] labels = [.. order.Select((record, i) => record < expected.Length ? observations.Labels![i] : ((int)observations.Outputs.Row(i)[0] + 1) % 10)];
        var asked = new MembershipObservations(observations.Outputs, labels, observations.Members) { Access = observations.Access };
        AttackScores found = QueryAttacks.BoundaryDistance(new BoundaryDistanceOptions { Standardise = false, MaxRecordsPerSide = 600 }).Score(asked, new AttackRun(3));
        double[] ratios = [.. expected.Select((distance, record) => found.Values.Span[Array.IndexOf(order, record)] / distance)];
        output.WriteLine(FormattableString.Invariant($"ratio: least {ratios.Min():F3}, mean {ratios.Average():F3}, largest {ratios.Max():F3}; {string.Join("; ", found.Notes)}"));
        Assert.All(ratios, ratio => Assert.InRange(ratio, .999, 2));
        Assert.InRange(ratios.Average(), 1, 1.15);
    }

    [Fact]
    public void Robustness_runs_on_images_and_tables()
    {
        using OnnxClassifier digits = OnnxClassifier.Load(ReferenceFiles.PathOf("digits_mlp", "target.onnx"));
        (MembershipObservations observations, _) = Digits(digits);
        AttackScores found = QueryAttacks.Robustness().Score(observations, new AttackRun(1));
        Assert.Contains("40 queries per record at most, 48,000 in all", found.Notes);
        double auc = AucOf(found, observations);
        output.WriteLine(FormattableString.Invariant($"robustness {auc:F4}"));
        Assert.InRange(auc, .5, .6);

        using OnnxClassifier images = OnnxClassifier.Load(ReferenceFiles.PathOf("fmnist_cnn", "target.onnx"), new OnnxClassifierOptions { Image = new OnnxImageInput() });
        Records pixels = Records.FromArray<byte>(ReferenceFiles.Idx(ReferenceFiles.PathOf("fmnist_cnn", "pool-images-idx3-ubyte")), 28, 28).Select([.. Enumerable.Range(0, 40)]);
        double[] scores = QueryAttacks.Robustness().Score(Observe(images, pixels, new int[40], 20), new AttackRun(1)).Values.ToArray();
        Assert.All(scores, score => Assert.Contains(score, Enumerable.Range(0, 8).Select(right => right / 7d)));
    }

    private static double AucOf(IMembershipAttack attack, MembershipObservations observations) => AucOf(attack.Score(observations, new AttackRun(1)), observations);

    private static double AucOf(AttackScores found, MembershipObservations observations)
    {
        double[] scores = found.Values.ToArray();
        return Auc.Estimate(ScoreSample.Create(scores.AsSpan(0, observations.Members), scores.AsSpan(observations.Members))).Value;
    }

    /// <summary>The pool, members first, and the record of the pool at each place.</summary>
    private static (MembershipObservations Observations, int[] Order) Digits(IClassifier model)
    {
        bool[] member = [.. Column("members.csv").Select(flag => flag == 1)];
        int[] order = [.. Enumerable.Range(0, member.Length).OrderBy(i => member[i] ? 0 : 1)];
        int[] labels = Column("pool_labels.csv");
        Records pool = Records.FromArray<float>(ReferenceFiles.Npy<float>(ReferenceFiles.PathOf("digits_mlp", "pool_x.npy"), "'<f4'"), 64);
        return (Observe(model, pool.Select(order), [.. order.Select(i => labels[i])], member.Count(flag => flag)), order);
    }

    private static MembershipObservations Observe(IClassifier model, Records records, int[] labels, int members)
    {
        var outputs = new double[records.Count * (model.OutputKind == OutputKind.LabelsOnly ? 1 : model.Classes)];
        ClassifierScorer.Score(model, records, outputs, null, default);
        return new MembershipObservations(new TargetOutputs(model.OutputKind, model.Classes, outputs), labels, members) { Access = new QueryAccess(model, records) };
    }

    private static int[] Column(string file) => [.. File.ReadLines(ReferenceFiles.PathOf("digits_mlp", file)).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
}
