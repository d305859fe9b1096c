using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Trainers of shadow models from the user's own training code.</summary>
public static class ShadowTrainer
{
    /// <summary>Wraps training code. What it trains is not kept on disk: code has no content that tells whether it changed.</summary>
    /// <param name="train">From training records, a seed of 0 at least and a token that ends training, to a model. It should train as the target was trained. The model is disposed
    /// once it has scored, if it is <see cref="IDisposable"/>.</param>
    /// <param name="name">A name for reports.</param>
    /// <param name="parallel">How many models may be trained at once, 1 at least. Default 1: the code need not be thread-safe.</param>
    /// <returns>The trainer.</returns>
    public static IShadowTrainer FromDelegate(Func<LabelledRecords, int, CancellationToken, IClassifier> train, string name = "training delegate", int parallel = 1)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallel, 1);
        return new DelegateShadowTrainer(train, name, parallel);
    }
}
