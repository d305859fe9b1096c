using Paname.Attacks.Learning;
using Paname.Attacks.Membership;

namespace Paname.Attacks.Tests.Membership.Simulated;

/// <summary>Every attack of the thorough set by its name, and their options; those that ask the target or learn for long in a smaller form.</summary>
/// <remarks>Where PANAME_SIMULATION_REPLICATES is given, only ShadowClassifier and BoundaryDistance are smaller than by default.</remarks>
internal static class SimulatedAttacks
{
    internal static IReadOnlyDictionary<string, IMembershipAttack> All { get; } = new Dictionary<string, IMembershipAttack>
    {
        ["Loss"] = MembershipAttacks.Loss,
        ["Entropy"] = MembershipAttacks.Entropy,
        ["ModifiedEntropy"] = MembershipAttacks.ModifiedEntropy,
        ["Correctness"] = MembershipAttacks.Correctness,
        ["LiRA"] = ShadowAttacks.Lira(),
        ["LiRA, own variances"] = ShadowAttacks.Lira(new() { Variance = LiraVariance.PerRecord }),
        ["LiRA, means"] = ShadowAttacks.Lira(new() { Centre = ShadowCentre.Mean }),
        ["LiRA, offline"] = ShadowAttacks.Lira(new() { Form = ShadowForm.Offline }),
        ["LiRA, offline, own variances"] = ShadowAttacks.Lira(new() { Form = ShadowForm.Offline, Variance = LiraVariance.PerRecord }),
        ["RMIA"] = ShadowAttacks.Rmia(),
        ["RMIA, offline"] = ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline }),
        ["RMIA, offline, a = .3"] = ShadowAttacks.Rmia(new() { Form = ShadowForm.Offline, OfflineA = .3 }),
        ["CalibratedLoss"] = ShadowAttacks.CalibratedLoss(),
        ["CalibratedLoss, medians"] = ShadowAttacks.CalibratedLoss(new() { Centre = ShadowCentre.Median }),
        ["CalibratedLoss, trained on"] = ShadowAttacks.CalibratedLoss(new() { References = CalibrationReferences.In }),
        ["CalibratedLoss, both"] = ShadowAttacks.CalibratedLoss(new() { References = CalibrationReferences.Both }),
        ["CalibratedLoss, signal"] = ShadowAttacks.CalibratedLoss(new() { Signal = CalibrationSignal.Signal }),
        ["BASE"] = ShadowAttacks.Base,
        ["AttackR"] = ShadowAttacks.AttackR,
        ["AttackClassifier"] = SimulationReplicates.AreGiven ? LearnedAttacks.Classifier() : LearnedAttacks.Classifier(new() { Learner = Forest }),
        ["AttackClassifier, logistic"] = LearnedAttacks.Classifier(new() { Learner = Learners.LogisticRegression() }),
        ["AttackClassifier, boosted trees"] = LearnedAttacks.Classifier(new() { Learner = Boosted }),
        ["AttackClassifier, neural network"] = LearnedAttacks.Classifier(new() { Learner = Learners.NeuralNetwork(new() { Epochs = 20 }) }),
        ["ShadowClassifier"] = LearnedAttacks.ShadowClassifier(new() { Learner = Forest, MaxRows = 600 }),
        ["ShadowClassifier, logistic, one model"] = LearnedAttacks.ShadowClassifier(new() { Learner = Learners.LogisticRegression(), PerClass = AttackModelPerClass.Never, MaxRows = 600 }),
        ["ShadowThreshold"] = LearnedAttacks.ShadowThreshold,
        ["QMIA"] = LearnedAttacks.QuantileRegression(SimulationReplicates.AreGiven ? null : new() { Boosting = new() { Rounds = 20, MaxDepth = 2 } }),
        ["QMIA, Gaussian"] = LearnedAttacks.QuantileRegression(new() { Head = QmiaHead.Gaussian, Boosting = new() { Rounds = 20, MaxDepth = 2 } }),
        ["GradientNorm"] = QueryAttacks.GradientNorm(),
        ["NoiseStability"] = QueryAttacks.NoiseStability(SimulationReplicates.AreGiven ? null : new() { Repeats = 10 }),
        ["AugmentationRobustness"] = QueryAttacks.Robustness(SimulationReplicates.AreGiven ? null : new() { NoiseRepeats = 2 }),
        ["BoundaryDistance"] = QueryAttacks.BoundaryDistance(new() { MaxIterations = 1, InitialEvaluations = 20, Starts = 2, QueriesPerRecord = 120, MaxRecordsPerSide = 60 }),
    };

    private static IBinaryLearner Forest => Learners.RandomForest(new RandomForestOptions { Trees = 25, MaxDepth = 5, MinLeaf = 10, MinSplit = 20 });

    private static IBinaryLearner Boosted => Learners.GradientBoostedTrees(new GradientBoostingOptions { Rounds = 20, MaxDepth = 3, MinLeaf = 10 });
}
