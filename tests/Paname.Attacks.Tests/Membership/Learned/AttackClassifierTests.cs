using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Membership.Controls;

namespace Paname.Attacks.Tests.Membership.Learned;

/// <summary>The cross-fitted classifier: what it is told, and that it never judges a record it has seen.</summary>
public sealed class AttackClassifierTests
{
    [Fact]
    public void No_record_is_scored_by_a_model_that_saw_it()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(50, 70);
        AttackScores found = Memory().Score(observations, new AttackRun(1));
        Assert.All(found.Values.ToArray(), score => Assert.Equal(.5, score));
    }

    [Fact]
    public void Groups_stay_in_one_half()
    {
        // Twins with equal outputs in one group: a model that had seen one would know the other.
        MembershipObservations source = Synthetic.WithoutLeak(100, 100);
        double[] values = source.Outputs.Values.ToArray();
        int[] labels = [.. source.Labels!];
        for (int i = 1; i < 200; i += 2)
        {
            values.AsSpan((i - 1) * 3, 3).CopyTo(values.AsSpan(i * 3));
            labels[i] = labels[i - 1];
        }

        var outputs = new TargetOutputs(OutputKind.Logits, 3, values);
        string[] groups = [.. Enumerable.Range(0, 200).Select(i => $"{i / 2}")];
        Assert.All(Memory().Score(new MembershipObservations(outputs, labels, 100, groups), new AttackRun(1)).Values.ToArray(), score => Assert.Equal(.5, score));
        Assert.Contains(Memory().Score(new MembershipObservations(outputs, labels, 100), new AttackRun(1)).Values.ToArray(), score => score != .5);
    }

    [Fact]
    public void Features_are_those_named()
    {
        var outputs = new TargetOutputs(OutputKind.Logits, 3, (double[])[0, Math.Log(3), Math.Log(4)]);
        Assert.Equal([.5, .375, .125], Row(AttackFeatures.SortedProbabilities), Close);
        Assert.Equal([.125, .375, .5], Row(AttackFeatures.Probabilities), Close);
        Assert.Equal([Math.Log(.375 / .625)], Row(AttackFeatures.LogOdds), Close);
        Assert.Equal([0], Row(AttackFeatures.Correctness), Close);
        Assert.Equal([.5, .375, .125, .125, .375, .5, Math.Log(.375 / .625), 0, 0, 1, 0], Row((AttackFeatures)31), Close);
        var losses = new TargetOutputs(OutputKind.Losses, 1, (double[])[.25]);
        Assert.Equal([-.25], new OutputFeatures((AttackFeatures)31).Table(losses, [], [0]).Row(0).ToArray(), Close);

        double[] Row(AttackFeatures features) => new OutputFeatures(features).Table(outputs, [1], [0]).Row(0).ToArray();
        static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;
    }

    [Theory]
    [InlineData(OutputKind.Logits, true, null)]
    [InlineData(OutputKind.Probabilities, true, null)]
    [InlineData(OutputKind.Losses, false, null)]
    [InlineData(OutputKind.LabelsOnly, true, "needs logits, probabilities or losses")]
    [InlineData(OutputKind.Logits, false, "needs the true labels")]
    public void What_the_attacker_sees_decides(OutputKind kind, bool labels, string? reason)
    {
        var view = new AttackerView(kind, 3, labels);
        Assert.Equal(reason, LearnedAttacks.Classifier().NotApplicable(view));
        Assert.Null(LearnedAttacks.Classifier(new AttackClassifierOptions { Features = AttackFeatures.SortedProbabilities }).NotApplicable(new AttackerView(OutputKind.Logits, 3, false)));
    }

    [Fact]
    public void Too_few_records_are_refused_by_number()
    {
        string message = Assert.Throws<PanameDataException>(object? () => Memory().Score(Synthetic.WithoutLeak(39, 100), new AttackRun(1))).Message;
        Assert.StartsWith("AttackClassifier is fitted on one half of the records and judged on the other; each half needs 20 members and 20 non-members, and one has 19 and 50.", message, StringComparison.Ordinal);
        Assert.Equal(110, Memory().Score(Synthetic.WithoutLeak(40, 70), new AttackRun(1)).Values.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Too_few_records_in_either_half_are_refused(bool judged)
    {
        // 30 members of one person and 10 of as many others: they are too few in the half without that person, be it the one to fit on or the one to judge.
        MembershipObservations source = Synthetic.WithoutLeak(40, 200);
        var observations = new MembershipObservations(source.Outputs, source.Labels, 40, [.. Enumerable.Range(0, 240).Select(i => i < 30 ? "one" : $"{i}")]);
        int seed = Enumerable.Range(0, 50).First(candidate => ObservationHalves.Split(observations, candidate).Fit.Contains(0) == judged);
        Assert.Contains("each half needs 20 members and 20 non-members", Assert.Throws<PanameDataException>(object? () => Memory().Score(observations, new AttackRun(seed))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_half_is_fitted_with_a_seed_of_its_own()
    {
        var learner = new SeedsTold();
        IMembershipAttack attack = LearnedAttacks.Classifier(new AttackClassifierOptions { Learner = learner });
        attack.Score(Synthetic.WithoutLeak(50, 50), new AttackRun(1));
        attack.Score(Synthetic.WithoutLeak(50, 50), new AttackRun(1));
        attack.Score(Synthetic.WithoutLeak(50, 50), new AttackRun(2));
        Assert.Equal(learner.Seeds[..2], learner.Seeds[2..4]);
        Assert.Equal(4, learner.Seeds[2..].Distinct().Count());
    }

    [Fact]
    public void Losses_are_enough()
    {
        MembershipObservations observations = Synthetic.WithoutLeak(200, 200, OutputKind.Losses, memberLead: 2);
        AttackScores found = LearnedAttacks.Classifier(new AttackClassifierOptions { Learner = Learners.LogisticRegression() }).Score(observations, new AttackRun(1));
        Assert.True(LearnedFixtures.AucOf(found, observations) > .65);
        Assert.Equal(["logistic regression on outputs", "fitted on the other half of the records"], found.Notes);
    }

    [Fact]
    public void Features_must_be_named_ones()
    {
        Assert.Equal("Features", Assert.Throws<ArgumentOutOfRangeException>(object? () => new AttackClassifierOptions { Features = AttackFeatures.None }).ParamName);
        Assert.Equal("Features", Assert.Throws<ArgumentOutOfRangeException>(object? () => new AttackClassifierOptions { Features = (AttackFeatures)32 }).ParamName);
    }

    /// <summary>Keeps the seeds it is given.</summary>
    private sealed class SeedsTold : IBinaryLearner, IBinaryModel
    {
        internal List<int> Seeds { get; } = [];

        public string Name => "seeds";

        public IBinaryModel Fit(FeatureTable features, IReadOnlyList<bool> positive, int seed, CancellationToken cancellationToken = default)
        {
            Seeds.Add(seed);
            return this;
        }

        public double[] Predict(FeatureTable features) => new double[features.Rows];
    }

    private static IMembershipAttack Memory() => LearnedAttacks.Classifier(new AttackClassifierOptions { Learner = new MemorisingLearner(), Features = AttackFeatures.LogOdds });
}
