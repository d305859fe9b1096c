using System.Numerics.Tensors;

namespace Paname.Attacks.Learning;

/// <summary>A fitted logistic regression.</summary>
/// <param name="scaling">How features are standardised.</param>
/// <param name="weights">Weights of the standardised features, then the intercept.</param>
internal sealed class LogisticRegressionModel(Standardization scaling, double[] weights) : IBinaryModel
{
    internal ReadOnlySpan<double> Weights => weights;

    public double[] Predict(FeatureTable features)
    {
        double[] rows = scaling.Apply(features);
        ReadOnlySpan<double> slopes = weights.AsSpan(0, weights.Length - 1);
        var probabilities = new double[features.Rows];
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Logistic.Probability(TensorPrimitives.Dot(rows.AsSpan(i * slopes.Length, slopes.Length), slopes) + weights[^1]);
        }

        return probabilities;
    }
}
