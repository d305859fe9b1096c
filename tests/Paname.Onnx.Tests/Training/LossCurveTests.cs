using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.Statistics;
using Paname.Attacks.Data;
using Paname.Onnx.Graphs;
using Paname.Onnx.Tests.Support;
using Paname.Onnx.Training;
using Xunit.Abstractions;

namespace Paname.Onnx.Tests.Training;

/// <summary>Networks trained from the first weights, batches and optimiser PyTorch was given: its losses, and its accuracy.</summary>
public class LossCurveTests(ITestOutputHelper output)
{
    [Fact]
    public void Perceptron_follows_PyTorch_for_100_steps()
    {
        double[] expected = [.. File.ReadLines(ReferenceFiles.PathOf("training", "digits_losses.csv")).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        OnnxModelFile file = OnnxModelFile.Read(ReferenceFiles.PathOf("training", "digits_start.onnx"));

        double[] losses = LossCurve.Run(file, "x", Digits(), new TrainingRecipe { BatchSize = 48, LearningRate = 0.002 }, expected.Length).Losses;

        output.WriteLine(FormattableString.Invariant($"largest relative difference {LossCurve.Follows(expected, losses, 0.001):G3}"));
    }

    [Fact]
    public void Convolutional_network_follows_PyTorch_for_100_steps()
    {
        JsonElement torch = Parity("fashion");
        OnnxModelFile file = FormulaWeights.Start(Fashion.Network, shape => 1 / Math.Sqrt(shape.Skip(1).Aggregate(1L, (product, size) => product * size)));

        double[] losses = LossCurve.Run(file, "x", Fashion.Read("pool"), new TrainingRecipe { BatchSize = 64, LearningRate = 0.001 }, 100).Losses;

        output.WriteLine(FormattableString.Invariant($"largest relative difference {LossCurve.Follows(Numbers(torch, "loss"), losses, 0.01):G3}"));
    }

    [Fact]
    public void Convolutional_network_reaches_the_accuracy_of_PyTorch()
    {
        double[] torch = Numbers(Parity("fashion"), "heldOutAccuracyBySeed");
        LabelledRecords data = Fashion.Read("pool");
        LabelledRecords held = Fashion.Read("population");
        using OnnxTrainer trainer = OnnxTrainer.Load(Fashion.Network);
        var recipe = new TrainingRecipe { Epochs = 10, BatchSize = 64, LearningRate = 0.001 };

        double[] ours = [.. trainer.TrainAll([.. Enumerable.Range(1, 4).Select(seed => new TrainingJob(data, recipe, seed))]).Select(model => Accuracy(model, held))];

        output.WriteLine(FormattableString.Invariant($"{string.Join(", ", ours.Select(value => $"{value:F4}"))} against {torch.Mean():F4}, standard deviation {torch.StandardDeviation():F4}"));
        double within = 3 * torch.StandardDeviation() * Math.Sqrt((1.0 / ours.Length) + (1.0 / torch.Length));
        Assert.InRange(ours.Mean(), torch.Mean() - within, torch.Mean() + within);
    }

    [Fact]
    public void Transformer_follows_PyTorch_for_100_steps_and_predicts_as_well()
    {
        JsonElement torch = Parity("language");
        OnnxModelFile file = FormulaWeights.Start(Letters.Network, _ => 0.1);
        var recipe = new TrainingRecipe { BatchSize = 8, LearningRate = 0.001 };

        (double[] losses, byte[] trained) = LossCurve.Run(file, "input_ids", Letters.Records(Letters.Tokens("members")), recipe, 100);

        output.WriteLine(FormattableString.Invariant($"largest relative difference {LossCurve.Follows(Numbers(torch, "loss"), losses, 0.01):G3}"));
        double accuracy = TokenAccuracy(trained, [.. Letters.Tokens("nonmembers").Take(200)]);
        double[] spread = Numbers(torch, "heldOutTokenAccuracyByOrder");
        output.WriteLine(FormattableString.Invariant($"{accuracy:F4} against {torch.GetProperty("heldOutTokenAccuracy").GetDouble():F4}"));
        Assert.InRange(accuracy - torch.GetProperty("heldOutTokenAccuracy").GetDouble(), -spread.StandardDeviation(), spread.StandardDeviation());
    }

    private static JsonElement Parity(string network) => JsonDocument.Parse(File.ReadAllText(ReferenceFiles.PathOf("training", "parity.json"))).RootElement.GetProperty(network);

    private static double[] Numbers(JsonElement parity, string name) => [.. parity.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static double Accuracy(TrainedModel model, LabelledRecords held)
    {
        using OnnxClassifier classifier = model.ToClassifier();
        double[] logits = classifier.Score(held.Records);
        return logits.Chunk(10).Zip(held.Labels, (row, label) => Array.IndexOf(row, row.Max()) == label).Average(right => right ? 1.0 : 0);
    }

    private static double TokenAccuracy(byte[] model, long[][] texts)
    {
        float[] logits = OrtSessions.Run(model, "input_ids", [texts.Length, Letters.Length], texts.SelectMany(text => text).ToArray(), "logits");
        float[][] rows = [.. logits.Chunk(logits.Length / (texts.Length * Letters.Length))];
        return texts.SelectMany((text, i) => Enumerable.Range(1, Letters.Length - 1).Select(at =>
        {
            float[] row = rows[(i * Letters.Length) + at - 1];
            return Array.IndexOf(row, row.Max()) == text[at] ? 1.0 : 0;
        })).Average();
    }

    private static LabelledRecords Digits()
    {
        int[] labels = [.. ReferenceFiles.Csv(ReferenceFiles.PathOf("digits_mlp", "target_logits_pool.csv")).Select(row => Array.IndexOf(row, row.Max()))];
        return new(Records.FromArray<float>(ReferenceFiles.Npy<float>(ReferenceFiles.PathOf("digits_mlp", "pool_x.npy"), "'<f4'"), 64), labels);
    }
}
