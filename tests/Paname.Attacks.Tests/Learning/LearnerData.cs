using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Learning;

/// <summary>Tables to learn from.</summary>
internal static class LearnerData
{
    internal static IReadOnlyDictionary<string, IBinaryLearner> All { get; } = new Dictionary<string, IBinaryLearner>
    {
        ["logistic"] = Learners.LogisticRegression(),
        ["forest"] = Learners.RandomForest(new RandomForestOptions { Trees = 30 }),
        ["boosting"] = Learners.GradientBoostedTrees(new GradientBoostingOptions { Rounds = 30 }),
        ["network"] = Learners.NeuralNetwork(new NeuralNetworkOptions { Epochs = 20 }),
    };

    /// <summary>Three features; positives lie higher in the first, on average, and the second is noise; the third is constant.</summary>
    internal static (FeatureTable Table, bool[] Positive) Shifted(int rows, double shift, int seed)
    {
        var random = new MersenneTwister(seed, threadSafe: false);
        bool[] positive = [.. Enumerable.Range(0, rows).Select(i => i % 2 == 0)];
        double[] values = [.. positive.SelectMany(flag => (double[])[Normal.Sample(random, flag ? shift : 0, 1), Normal.Sample(random, 0, 1), 7])];
        return (new FeatureTable(rows, 3, values), positive);
    }

    /// <summary>The table of the sacro_qmia case: 30 features and the class of a tumour.</summary>
    internal static (FeatureTable Table, bool[] Positive) BreastCancer(string part)
    {
        var reference = new ReferenceCase("sacro_qmia_breast_cancer");
        double[] x = reference.Array("x_" + part);
        return (new FeatureTable(x.Length / 30, 30, x), [.. reference.Array("y_" + part).Select(y => y == 1)]);
    }

    internal static double AucOf(IReadOnlyList<double> scores, IReadOnlyList<bool> positive)
        => Auc.Estimate(ScoreSample.Create(
            scores.Where((_, i) => positive[i]).ToArray(), scores.Where((_, i) => !positive[i]).ToArray())).Value;

    /// <summary>The AUC a learner reaches on the second half of a membership case, fitted on the first.</summary>
    internal static double AucOnCase(MembershipObservations observations, AttackFeatures features, IBinaryLearner learner, int seed)
    {
        (int[] fit, int[] test) = CaseObservations.FirstHalves(observations);
        var rows = new OutputFeatures(features);
        IBinaryModel model = learner.Fit(rows.Table(observations.Outputs, observations.LabelSpan, fit), [.. fit.Select(record => record < observations.Members)], seed);
        return AucOf(model.Predict(rows.Table(observations.Outputs, observations.LabelSpan, test)), [.. test.Select(record => record < observations.Members)]);
    }
}
