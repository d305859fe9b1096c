using Paname.Attacks.Learning;

namespace Paname.Attacks.Membership;

/// <summary>
/// The blind baseline's learner: the mean log-odds of a random forest, which finds differences of any form in single features, and of a logistic regression, which
/// adds up small differences of means over many. Very wide tables are left to the forest, since Newton's method costs the cube of the width.
/// </summary>
internal sealed class ShiftLearner : IBinaryLearner
{
    private const int MostColumnsForLogistic = 400;
    private const double LeastProbability = 1e-3;

    private readonly IBinaryLearner _forest = Learners.RandomForest(new RandomForestOptions { Trees = 200, MinLeaf = 20 });
    private readonly IBinaryLearner _logistic = Learners.LogisticRegression(new LogisticRegressionOptions { Penalty = 10 });

    public string Name => "random forest with logistic regression";

    public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        IBinaryModel forest = _forest.Fit(features, positive, seed, cancellationToken);
        return features.Width > MostColumnsForLogistic ? forest : new Model(forest, _logistic.Fit(features, positive, seed, cancellationToken));
    }

    private sealed class Model(IBinaryModel forest, IBinaryModel logistic) : IBinaryModel
    {
        public double[] Predict(FeatureTable features)
            => [.. forest.Predict(features).Zip(logistic.Predict(features), (first, second) => Logistic.Probability((LogOdds(first) + LogOdds(second)) / 2))];

        private static double LogOdds(double probability)
        {
            double bounded = Math.Clamp(probability, LeastProbability, 1 - LeastProbability);
            return Math.Log(bounded / (1 - bounded));
        }
    }
}
