using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;
using Paname.Attacks.Tests.Membership.Controls;

namespace Paname.Attacks.Tests.Membership.Learned;

/// <summary>Attacks fitted on shadow models' outputs.</summary>
public sealed class ShadowClassifierTests
{
    [Theory]
    [InlineData(AttackModelPerClass.WhereEnough, "logistic regression, one attack model for each class, fitted on 1600 outputs of 4 shadow models")]
    [InlineData(AttackModelPerClass.Never, "logistic regression, one attack model for all classes, told the class, fitted on 1600 outputs of 4 shadow models")]
    public void One_attack_model_for_each_class_or_one_for_all(AttackModelPerClass perClass, string note)
    {
        MembershipObservations observations = Synthetic.WithShadows(200, 4, leak: 2);
        AttackScores found = LearnedAttacks.ShadowClassifier(new ShadowClassifierOptions { PerClass = perClass, Learner = Learners.LogisticRegression() }).Score(observations, new AttackRun(1));
        Assert.Equal([note], found.Notes);
        Assert.Null(found.Judged);
        Assert.True(LearnedFixtures.AucOf(found, observations) > .75);
    }

    [Fact]
    public void Few_rows_of_a_class_are_left_to_one_model()
    {
        MembershipObservations observations = Synthetic.WithShadows(60, 4, leak: 2);
        var options = new ShadowClassifierOptions { MaxRows = 300 };
        Assert.Contains("for all classes, told the class, fitted on 300 outputs", LearnedAttacks.ShadowClassifier(options).Score(observations, new AttackRun(1)).Notes[0], StringComparison.Ordinal);
        Assert.NotEqual(
            LearnedAttacks.ShadowClassifier(options).Score(observations, new AttackRun(1)).Values.ToArray(),
            LearnedAttacks.ShadowClassifier(options).Score(observations, new AttackRun(2)).Values.ToArray());
    }

    [Theory]
    [InlineData(200, "one attack model for each class")]
    [InlineData(199, "one attack model for all classes")]
    public void A_class_needs_200_rows_with_and_200_without(int ofSecondClass, string note)
    {
        // Two models, each trained on every other record: as many rows of a class with the record as without it.
        int records = 200 + ofSecondClass;
        int[] labels = [.. Enumerable.Range(0, records).Select(record => record < 200 ? 0 : 1)];
        var outputs = new TargetOutputs(OutputKind.Logits, 2, Enumerable.Range(0, 2 * records).Select(i => (double)(i * 37 % 101)).ToArray());
        var signals = new ShadowSignals(SignalScale.Score, records, 2, 1, new double[2 * records]);
        var observations = new MembershipObservations(outputs, labels, 100)
        {
            Shadows = new ShadowObservations(
                new ShadowSignals(SignalScale.Score, records, 1, 1, new double[records]),
                signals,
                new InclusionMask(2, records, [.. Enumerable.Range(0, 2 * records).Select(i => i % records % 2 == i / records)])) { Outputs = [outputs, outputs] },
        };
        var options = new ShadowClassifierOptions { Learner = Learners.LogisticRegression(), Features = AttackFeatures.LogOdds };
        Assert.Contains(note, LearnedAttacks.ShadowClassifier(options).Score(observations, new AttackRun(1)).Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_drawn_from_all_models_by_the_seed()
    {
        MembershipObservations observations = Synthetic.WithShadows(60, 4, leak: 2);
        int[] first = Drawn(1);
        Assert.Equal(first, Drawn(1));
        Assert.NotEqual(first, Drawn(2));

        // A quarter of all rows: those of one model alone would be of every record once.
        Assert.InRange(first.Distinct().Count(), 60, 110);

        int[] Drawn(int seed)
        {
            ShadowRows rows = ShadowRows.Draw(observations, 120, seed);
            return [.. Enumerable.Range(0, rows.Count).Select(rows.RecordOf)];
        }
    }

    [Fact]
    public void The_targets_own_membership_is_not_used()
    {
        MembershipObservations observations = Synthetic.WithShadows(100, 4, leak: 1);
        int[] order = [.. Enumerable.Range(0, 200)];
        MembershipObservations otherFlags = ObservationSelection.Of(observations, order, 50);
        foreach (IMembershipAttack attack in new[] { LearnedAttacks.ShadowClassifier(), LearnedAttacks.ShadowThreshold })
        {
            Assert.Equal(attack.Score(observations, new AttackRun(1)).Values.ToArray(), attack.Score(otherFlags, new AttackRun(1)).Values.ToArray());
        }
    }

    [Fact]
    public void Shadow_thresholds_are_those_of_each_class()
    {
        // One shadow model. Class 0: modified entropy parts its member (.9) from its non-member (.6); class 1: .8 from .55. The target's records are as far beyond as the difference.
        int[] labels = [0, 1, 0, 1];
        var shadow = Probabilities(.9, .8, .6, .55);
        TargetOutputs target = Probabilities(.95, .8, .9, .5);
        var inclusion = new InclusionMask(1, 4, [true, true, false, false]);
        ShadowSignals signals = new(SignalScale.Score, 4, 1, 1, new double[4]);
        var observations = new MembershipObservations(target, labels, 2) { Shadows = new ShadowObservations(signals, signals, inclusion) { Outputs = [shadow] } };
        double[] scores = LearnedAttacks.ShadowThreshold.Score(observations, new AttackRun(1)).Values.ToArray();
        Assert.Equal([Mentr(.9) - Mentr(.95), 0, 0, Mentr(.8) - Mentr(.5)], scores, (a, b) => Math.Abs(a - b) < 1e-12);

        TargetOutputs Probabilities(params double[] own)
            => new(OutputKind.Probabilities, 2, own.SelectMany((p, i) => labels[i] == 0 ? (double[])[p, 1 - p] : [1 - p, p]).ToArray());
        static double Mentr(double p) => -2 * (1 - p) * Math.Log(p);
    }

    [Fact]
    public void Needs_are_named()
    {
        IMembershipAttack[] attacks = [LearnedAttacks.ShadowClassifier(), LearnedAttacks.ShadowThreshold];
        var none = new AttackerView(OutputKind.Logits, 3, true);
        AttackerView signals = none with { Shadows = new ShadowView(4, 2, 2, 10, 10, true, 1, Outputs: false, 0) };
        AttackerView all = none with { Shadows = signals.Shadows with { Outputs = true } };
        Assert.All(attacks, attack => Assert.Equal("needs shadow models", attack.NotApplicable(none)));
        Assert.All(attacks, attack => Assert.Equal("needs all outputs of the shadow models, not one signal", attack.NotApplicable(signals)));
        Assert.All(attacks, attack => Assert.Null(attack.NotApplicable(all)));
        Assert.All(attacks, attack => Assert.Equal("needs the true labels", attack.NotApplicable(all with { Labels = false })));
    }

    [Fact]
    public void Shadow_models_without_members_or_with_other_outputs_are_refused()
    {
        MembershipObservations source = Synthetic.WithShadows(50, 2, leak: 1);
        ShadowObservations shadows = source.Shadows!;
        foreach (IMembershipAttack attack in new[] { LearnedAttacks.ShadowClassifier(), LearnedAttacks.ShadowThreshold })
        {
            Assert.Throws<PanameDataException>(object? () => attack.Score(With(new ShadowObservations(shadows.Target, shadows.Shadows, new InclusionMask(2, 100, new bool[200])) { Outputs = shadows.Outputs }), new AttackRun(1)));
            Assert.Throws<PanameDataException>(object? () => attack.Score(With(new ShadowObservations(shadows.Target, shadows.Shadows, shadows.Inclusion)), new AttackRun(1)));
            Assert.Throws<PanameDataException>(object? () => attack.Score(
                With(new ShadowObservations(shadows.Target, shadows.Shadows, shadows.Inclusion) { Outputs = [shadows.Outputs![0], new TargetOutputs(OutputKind.LabelsOnly, 3, new double[100])] }),
                new AttackRun(1)));
        }

        MembershipObservations With(ShadowObservations changed) => new(source.Outputs, source.Labels, source.Members) { Shadows = changed };
    }
}
