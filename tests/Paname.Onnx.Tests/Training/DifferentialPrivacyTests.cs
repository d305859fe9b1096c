using Paname.Attacks.Data;
using Paname.Onnx.Training;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Tests.Training;

/// <summary>Clipping by record and noise, by hand on the two weights of <see cref="LinearProblem"/>.</summary>
public class DifferentialPrivacyTests
{
    private static readonly TrainingRecipe Recipe = LinearProblem.Recipe with { Optimiser = new Sgd(), Epochs = 1 };

    [Fact]
    public void Step_is_the_sum_of_clipped_gradients()
    {
        // The batch size is the number of records, so that Poisson sampling takes all of them.
        using OnnxTrainer trainer = LinearProblem.Open();
        double[][] x = [[1, 2], [-1, 0.5], [0.25, -1.5]];
        double[] y = [3, 0, 1];
        double[] sum = [0, 0];
        int clipped = 0;
        for (int i = 0; i < 3; i++)
        {
            double error = 2 * ((0.5 * x[i][0]) - (0.25 * x[i][1]) - y[i]);
            double norm = Math.Abs(error) * Math.Sqrt((x[i][0] * x[i][0]) + (x[i][1] * x[i][1]));
            clipped += norm > 1.5 ? 1 : 0;
            sum[0] += error * x[i][0] * Math.Min(1, 1.5 / norm);
            sum[1] += error * x[i][1] * Math.Min(1, 1.5 / norm);
        }

        float[] weights = trainer.Train(LinearProblem.Data, Recipe with { DifferentialPrivacy = new DifferentialPrivacy { ClipNorm = 1.5, NoiseMultiplier = 0 } }, 1).Weights.ToArray();

        Assert.Equal(2, clipped);
        Assert.Equal(0.5 - (0.1 * sum[0] / 3), weights[0], 1e-6);
        Assert.Equal(-0.25 - (0.1 * sum[1] / 3), weights[1], 1e-6);
    }

    [Fact]
    public void Sum_is_divided_by_the_batch_size_asked_for()
    {
        // More asked for than there are: all three records are drawn, and their sum is divided by four.
        using OnnxTrainer trainer = LinearProblem.Open();
        TrainingRecipe recipe = Recipe with { BatchSize = 4, DifferentialPrivacy = new DifferentialPrivacy { ClipNorm = 1e6, NoiseMultiplier = 0 } };

        double plain = trainer.Train(LinearProblem.Data, Recipe, 1).Weights[0] - 0.5;

        Assert.Equal(0.75 * plain, trainer.Train(LinearProblem.Data, recipe, 1).Weights[0] - 0.5, 1e-6);
    }

    [Fact]
    public void Noise_has_the_deviation_of_the_recipe()
    {
        using OnnxTrainer trainer = LinearProblem.Open();
        var privacy = new DifferentialPrivacy { ClipNorm = 0.5, NoiseMultiplier = 4 };
        float[] without = trainer.Train(LinearProblem.Data, Recipe with { DifferentialPrivacy = privacy with { NoiseMultiplier = 0 } }, 1).Weights.ToArray();

        double[] noise = [.. Enumerable.Range(0, 400).SelectMany(seed => trainer.Train(LinearProblem.Data, Recipe with { DifferentialPrivacy = privacy }, seed).Weights.ToArray().Zip(without, (noisy, plain) => (double)noisy - plain))];

        // 0.1 x 4 x 0.5 / 3; 800 draws give the deviation to 2.5 %, the mean to 3.5 % of it.
        double expected = 0.1 * 4 * 0.5 / 3;
        Assert.InRange(Math.Sqrt(noise.Average(value => value * value)) / expected, 0.9, 1.1);
        Assert.InRange(noise.Average() / expected, -0.14, 0.14);
    }

    [Fact]
    public void Batches_are_drawn_by_chance_and_small_ones_do_no_harm()
    {
        LabelledRecords data = SmallNetwork.Data(count: 40);
        TrainingRecipe recipe = SmallNetwork.Recipe with { BatchSize = 1, Epochs = 2, DifferentialPrivacy = new DifferentialPrivacy() };
        int[] sizes = [.. new BatchOrder(recipe, 40, seed: 1).Of(0).Select(batch => batch.Length)];
        using OnnxTrainer trainer = SmallNetwork.Open(dropout: 0.2f);

        Assert.Equal(40, sizes.Length);
        Assert.Contains(0, sizes);
        Assert.Contains(2, sizes);
        Assert.Equal(trainer.Train(data, recipe, 1).Weights.ToArray(), trainer.Train(data, recipe, 1).Weights.ToArray());
    }
}
