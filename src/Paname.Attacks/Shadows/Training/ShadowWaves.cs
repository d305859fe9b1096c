namespace Paname.Attacks.Shadows;

/// <summary>Runs the models of a plan, in its order and in whole pairs, as far as a time budget allows: the first pair always, each later one if, by what earlier ones took, it fits.</summary>
internal static class ShadowWaves
{
    /// <param name="models">How many models the plan has.</param>
    /// <param name="parallel">How many are made at once.</param>
    /// <param name="budget">The time there is; <see langword="null"/> for as long as it takes.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="isKept">Whether a model need not be trained: then it is made whatever time it is.</param>
    /// <param name="make">Makes the models from the first index up to the second.</param>
    /// <returns>How many models were made.</returns>
    internal static int Run(int models, int parallel, TimeSpan? budget, TimeProvider time, Func<int, bool> isKept, Action<int, int> make)
    {
        if (budget is null)
        {
            make(0, models);
            return models;
        }

        long start = time.GetTimestamp();
        TimeSpan longest = TimeSpan.Zero;
        int done = 0;
        while (done < models)
        {
            // The first pair alone: it tells what the others take.
            int end = Math.Min(models, done + (2 * (longest == TimeSpan.Zero ? 1 : Math.Max(1, parallel / 2))));
            bool trains = Enumerable.Range(done, end - done).Any(model => !isKept(model));
            TimeSpan before = time.GetElapsedTime(start);
            if (trains && done > 0 && before + longest > budget)
            {
                break;
            }

            make(done, end);
            TimeSpan took = time.GetElapsedTime(start) - before;
            longest = trains && took > longest ? took : longest;
            done = end;
        }

        return done;
    }
}
