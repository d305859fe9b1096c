using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Metrics;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Membership.Controls;

namespace Paname.Attacks.Tests.Membership.Learned;

/// <summary>The learned attacks with small learners, and observations for them.</summary>
internal static class LearnedFixtures
{
    internal static IReadOnlyDictionary<string, IMembershipAttack> Attacks { get; } = new Dictionary<string, IMembershipAttack>
    {
        ["classifier"] = LearnedAttacks.Classifier(new AttackClassifierOptions { Learner = Forest }),
        ["shadow classifier"] = LearnedAttacks.ShadowClassifier(new ShadowClassifierOptions { Learner = Forest, MaxRows = 800 }),
        ["shadow threshold"] = LearnedAttacks.ShadowThreshold,
        ["qmia"] = LearnedAttacks.QuantileRegression(new QmiaOptions { Boosting = new GradientBoostingOptions { Rounds = 20, MaxDepth = 2 } }),
        ["qmia gaussian"] = LearnedAttacks.QuantileRegression(new QmiaOptions { Head = QmiaHead.Gaussian, Boosting = new GradientBoostingOptions { Rounds = 20, MaxDepth = 2 } }),
    };

    private static IBinaryLearner Forest => Learners.RandomForest(new RandomForestOptions { Trees = 25, MaxDepth = 5, MinLeaf = 10, MinSplit = 20 });

    /// <summary>Shadow models and records: the first feature of a record is how easy it is, up to noise.</summary>
    internal static MembershipObservations Observations(int perSide, double leak, int seed, int models = 6)
    {
        MembershipObservations source = Synthetic.WithShadows(perSide, models, leak, seed: seed);
        return WithRecords(source, record => source.Shadows!.Shadows.Row(record).ToArray().Average());
    }

    internal static MembershipObservations WithRecords(MembershipObservations source, Func<int, double> feature)
        => new(source.Outputs, source.Labels, source.Members, source.Groups)
        {
            Shadows = source.Shadows,
            Access = new QueryAccess(
                DelegateClassifier.FromRows(OutputKind.Logits, source.Outputs.Classes, _ => new double[source.Outputs.Classes]),
                Records.FromArray<double>(Enumerable.Range(0, source.Outputs.Count).Select(feature).ToArray(), 1)),
        };

    internal static double AucOf(AttackScores found, MembershipObservations observations) => Auc.Estimate(found.Sample(observations)).Value;
}
