namespace Paname.Attacks.Learning;

/// <summary>The learners that attacks and controls may use. All are deterministic in their seed, on any number of threads, and refuse features that are not finite.</summary>
public static class Learners
{
    /// <summary>Logistic regression on standardised features with an L2 penalty, fitted by Newton's method.</summary>
    /// <param name="options">Default: penalty 1.</param>
    /// <returns>The learner.</returns>
    public static IBinaryLearner LogisticRegression(LogisticRegressionOptions? options = null) => new LogisticRegressionLearner(options ?? new());

    /// <summary>A random forest (Breiman: Random Forests, 2001): trees on bootstrap samples, split by the Gini impurity.</summary>
    /// <param name="options">Default: 100 trees.</param>
    /// <returns>The learner.</returns>
    public static IBinaryLearner RandomForest(RandomForestOptions? options = null) => new RandomForestLearner(options ?? new());

    /// <summary>Gradient boosted trees on the logistic loss (Friedman: Greedy Function Approximation: A Gradient Boosting Machine, 2001).</summary>
    /// <param name="options">Default: 100 rounds.</param>
    /// <returns>The learner.</returns>
    public static IBinaryLearner GradientBoostedTrees(GradientBoostingOptions? options = null) => new BoostedTreesLearner(options ?? new());

    /// <summary>A small network of hidden ReLU layers on standardised features, trained with Adam (Kingma, Ba: Adam, 2015).</summary>
    /// <param name="options">Default: one hidden layer of 64.</param>
    /// <returns>The learner.</returns>
    public static IBinaryLearner NeuralNetwork(NeuralNetworkOptions? options = null) => new NeuralNetworkLearner(options ?? new());
}
