namespace Paname.Attacks.Learning;

/// <summary>Learns from labelled rows to tell positives (members) from negatives. Stateless: one learner may fit several models at once.</summary>
public interface IBinaryLearner
{
    /// <summary>A name for reports, such as "random forest".</summary>
    string Name { get; }

    /// <summary>Fits a model. The same features, flags and seed give the same model, on any number of threads.</summary>
    /// <param name="features">The rows.</param>
    /// <param name="positive">One flag per row; both kinds must occur.</param>
    /// <param name="seed">Decides every random choice.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">Another number of flags than rows, or only one kind.</exception>
    IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default);
}
