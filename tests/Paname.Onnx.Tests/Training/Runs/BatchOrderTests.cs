using Paname.Onnx.Training;
using Paname.Onnx.Training.Runs;

namespace Paname.Onnx.Tests.Training.Runs;

/// <summary>Each epoch passes every record once, in an order of its own that seed and epoch decide.</summary>
public class BatchOrderTests
{
    private const int Count = 50;

    [Fact]
    public void Every_record_comes_once_in_batches_of_the_recipe_and_a_rest()
    {
        int[][] batches = Batches(new TrainingRecipe { BatchSize = 16 }, seed: 1, epoch: 0);

        Assert.Equal([16, 16, 16, 2], batches.Select(batch => batch.Length));
        Assert.Equal(Enumerable.Range(0, Count), batches.SelectMany(batch => batch).Order());
    }

    [Fact]
    public void Order_differs_by_seed_and_epoch_and_by_nothing_else()
    {
        int[] Order(int seed, int epoch) => [.. Batches(new TrainingRecipe { BatchSize = 16 }, seed, epoch).SelectMany(batch => batch)];

        Assert.Equal(Order(1, 3), Order(1, 3));
        Assert.NotEqual(Order(1, 3), Order(1, 4));
        Assert.NotEqual(Order(1, 3), Order(2, 3));
        Assert.Equal(Enumerable.Range(0, Count), Batches(new TrainingRecipe { Shuffle = false }, 1, 3).SelectMany(batch => batch));
    }

    [Fact]
    public void Poisson_sampling_takes_each_record_at_the_sampling_rate()
    {
        var recipe = new TrainingRecipe { BatchSize = 10, DifferentialPrivacy = new DifferentialPrivacy() };
        int[] Sample(int seed, int epoch) => [.. Batches(recipe, seed, epoch).SelectMany(batch => batch)];

        int[][] batches = [.. Enumerable.Range(0, 400).SelectMany(epoch => Batches(recipe, 1, epoch))];

        // 2,000 batches of 50 records at 0.2: the mean size is 10 with a standard error of 0.063, the variance 8 with one of 0.25; each record is drawn 400 times with one of 18.
        Assert.InRange(batches.Average(batch => batch.Length), 9.75, 10.25);
        Assert.InRange(batches.Average(batch => Math.Pow(batch.Length - 10, 2)), 7, 9);
        Assert.All(batches.SelectMany(batch => batch).CountBy(record => record), count => Assert.InRange(count.Value, 325, 475));
        Assert.NotEqual(Sample(1, 0), Sample(1, 1));
        Assert.NotEqual(Sample(1, 0), Sample(2, 0));
    }

    private static int[][] Batches(TrainingRecipe recipe, int seed, int epoch) => [.. new BatchOrder(recipe, Count, seed).Of(epoch).Select(batch => batch.ToArray())];
}
