using MathNet.Numerics.Random;

namespace Paname.Onnx.Training.Runs;

/// <summary>Which records make each batch of an epoch: decided by seed and epoch alone.</summary>
internal sealed class BatchOrder(TrainingRecipe recipe, int count, int seed)
{
    private readonly int[] _order = new int[count];

    internal int BatchesPerEpoch => (count + recipe.BatchSize - 1) / recipe.BatchSize;

    /// <summary>The batches of an epoch; each is valid until the next is asked for.</summary>
    internal IEnumerable<ReadOnlyMemory<int>> Of(int epoch) => recipe.DifferentialPrivacy is null ? Passes(epoch) : Samples(epoch);

    private IEnumerable<ReadOnlyMemory<int>> Passes(int epoch)
    {
        for (int i = 0; i < count; i++)
        {
            _order[i] = i;
        }

        if (recipe.Shuffle)
        {
            Xoshiro256StarStar random = SeededRandom.For(seed, "shuffle", epoch);
            for (int i = count - 1; i > 0; i--)
            {
                int other = random.Next(i + 1);
                (_order[i], _order[other]) = (_order[other], _order[i]);
            }
        }

        for (int start = 0; start < count; start += recipe.BatchSize)
        {
            yield return _order.AsMemory(start, Math.Min(recipe.BatchSize, count - start));
        }
    }

    /// <summary>Poisson sampling: each record by its own chance, so that batches differ in size.</summary>
    private IEnumerable<ReadOnlyMemory<int>> Samples(int epoch)
    {
        Xoshiro256StarStar random = SeededRandom.For(seed, "sample", epoch);
        double chance = Math.Min(1, (double)recipe.BatchSize / count);
        for (int batch = 0; batch < BatchesPerEpoch; batch++)
        {
            int drawn = 0;
            for (int i = 0; i < count; i++)
            {
                if (random.NextDouble() < chance)
                {
                    _order[drawn++] = i;
                }
            }

            yield return _order.AsMemory(0, drawn);
        }
    }
}
