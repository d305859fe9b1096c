namespace Paname.Attacks.Learning;

/// <summary>A fitted <see cref="IBinaryLearner"/>.</summary>
public interface IBinaryModel
{
    /// <summary>Estimates, for each row, the probability that it is a positive.</summary>
    /// <param name="features">Rows of as many numbers as the model was fitted on.</param>
    /// <returns>One probability per row, 0 to 1.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">Another number of columns.</exception>
    double[] Predict(FeatureTable features);
}
