using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Membership.Queries;

/// <summary>The boundary distance as an attack: budget, records it looks at, what it says of itself.</summary>
public sealed class BoundaryDistanceTests
{
    private static readonly BoundaryDistanceOptions Small = new() { MaxIterations = 2, InitialEvaluations = 10, QueriesPerRecord = 120 };

    [Theory]
    [InlineData(50)]
    [InlineData(137)]
    [InlineData(400)]
    public void No_record_costs_more_than_its_budget_and_the_sum_is_told(int budget)
    {
        MembershipObservations observations = ToyAudit.Leaky(1, perSide: 10);
        var counting = new ToyAudit.Counting(observations.Access!.Target);
        AttackScores found = Score(Small with { QueriesPerRecord = budget, MaxIterations = 20 }, Through(observations, counting));
        Assert.Contains(FormattableString.Invariant($"{budget:N0} queries per record at most, {counting.Asked:N0} in all"), found.Notes);
        Assert.True(counting.Asked > 0);

        // One record at a time: each alone keeps within the budget, and together they ask what they ask alone.
        long alone = 0;
        for (int i = 0; i < 20; i++)
        {
            var single = new ToyAudit.Counting(observations.Access.Target);
            int chosen = i;
            MembershipObservations one = Through(Wrong(observations, record => record != chosen), single);
            Score(Small with { QueriesPerRecord = budget, MaxIterations = 20 }, one);
            Assert.InRange(single.Asked, 0, budget);
            alone += single.Asked;
        }

        Assert.Equal(counting.Asked, alone);
    }

    [Fact]
    public void Wrongly_classified_records_are_at_distance_0_and_cost_nothing()
    {
        MembershipObservations observations = ToyAudit.Leaky(2, perSide: 20);
        double[] scores = Score(Small, observations).Values.ToArray();
        Assert.Equal(Enumerable.Range(0, 40).Select(i => observations.Outputs.Row(i)[0] == observations.Labels![i]), scores.Select(score => score > 0));
        Assert.Contains(0, scores);

        var counting = new ToyAudit.Counting(observations.Access!.Target);
        Assert.All(Score(Small, Through(Wrong(observations, _ => true), counting)).Values.ToArray(), score => Assert.Equal(0, score));
        Assert.Equal(0, counting.Asked);
    }

    [Fact]
    public void Records_are_drawn_by_the_seed_alone()
    {
        MembershipObservations observations = ToyAudit.Leaky(3, perSide: 30);
        BoundaryDistanceOptions options = Small with { MaxRecordsPerSide = 7 };
        AttackScores found = Score(options, observations);
        IReadOnlyList<int> judged = found.Judged!;
        Assert.Equal((7, 7), (judged.Count(i => i < 30), judged.Count(i => i >= 30)));
        Assert.Equal(judged.Order(), judged);
        Assert.Equal(Enumerable.Range(0, 60).Except(judged), Enumerable.Range(0, 60).Where(i => double.IsNaN(found.Values.Span[i])));
        Assert.Contains("14 of 60 records judged, drawn at random within each side", found.Notes);

        // Another model, other outputs, other labels: the same records.
        MembershipObservations other = ToyAudit.Observe(DelegateClassifier.FromRows(2, row => row[0] > 0 ? 1 : 0), observations.Access!.Records, new int[60], 30);
        Assert.Equal(judged, Score(options, other).Judged);
        Assert.NotEqual(judged, QueryAttacks.BoundaryDistance(options).Score(observations, new AttackRun(2)).Judged);
    }

    [Fact]
    public void All_records_are_judged_where_the_limit_allows() => Assert.Null(Score(Small, ToyAudit.Leaky(3, perSide: 10)).Judged);

    [Fact]
    public void A_model_of_one_class_has_no_boundary_and_says_so()
    {
        Records records = Records.FromArray<double>(ToyAudit.Normal(1, 10, 2), 2);
        MembershipObservations observations = ToyAudit.Observe(DelegateClassifier.FromRows(2, _ => 1), records, [.. Enumerable.Repeat(1, 10)], 5);
        AttackScores found = Score(Small with { Standardise = false, Minimum = [-3, -4], Maximum = [3, 4] }, observations);
        Assert.Equal(Enumerable.Repeat(10d, 10), found.Values.ToArray());
        Assert.Contains(found.Notes, note => note.StartsWith("no other class found within the range of the features for 10 records", StringComparison.Ordinal));
        Assert.Contains("distance in the units of the features", found.Notes);
    }

    [Fact]
    public void Without_a_random_start_the_nearest_record_of_another_class_serves()
    {
        Records records = Records.FromArray<double>(new double[] { 0, 0, 4, 0, 1, 0, 9, 0 }, 2);
        MembershipObservations observations = ToyAudit.Observe(DelegateClassifier.FromRows(2, row => row[0] > 3 ? 1 : 0), records, [0, 1, 0, 1], 2);
        AttackScores found = Score(new BoundaryDistanceOptions { InitialSearch = 0, Standardise = false }, observations);
        double[] expected = [3, 1, 2, 6];
        Assert.All(found.Values.ToArray().Zip(expected), pair => Assert.InRange(pair.First, pair.Second * (1 - 1e-12), pair.Second * 1.02));
    }

    [Fact]
    public void Whole_numbers_are_rounded_and_the_report_says_so()
    {
        Records records = Records.FromArray<long>(new long[] { 0, 4, 1, 9 }, 1);
        DelegateClassifier target = DelegateClassifier.FromRows(2, row => row[0] == Math.Floor(row[0]) ? (row[0] > 3 ? 1 : 0) : throw new InvalidOperationException());
        MembershipObservations observations = ToyAudit.Observe(target, records, [0, 1, 0, 1], 2);
        AttackScores found = Score(new BoundaryDistanceOptions { Standardise = false }, observations);
        Assert.Contains("whole-number fields rounded when the target was asked", found.Notes);
        double[] expected = [3.5, .5, 2.5, 5.5];
        Assert.All(found.Values.ToArray().Zip(expected), pair => Assert.InRange(pair.First, pair.Second, pair.Second * 1.05));
    }

    [Fact]
    public void A_record_outside_the_range_given_is_refused_without_its_value()
    {
        MembershipObservations observations = ToyAudit.Leaky(1, perSide: 5);
        PanameDataException error = Assert.Throws<PanameDataException>(() => Score(Small with { Minimum = [-.01] }, observations));
        Assert.Equal("An audited record lies outside the range given for feature 1. Widen BoundaryDistanceOptions.Minimum or Maximum, or leave them out.", error.Message);
        error = Assert.Throws<PanameDataException>(() => Score(Small with { Maximum = [8, 8] }, observations));
        Assert.Equal("BoundaryDistanceOptions.Maximum holds 2 numbers for 3 features. Give one for each, or one for all.", error.Message);
    }

    [Fact]
    public void Records_without_any_spread_are_refused()
    {
        MembershipObservations observations = ToyAudit.Observe(DelegateClassifier.FromRows(2, _ => 1), Records.FromArray<double>(new double[4], 1), [1, 1, 1, 1], 2);
        Assert.StartsWith("No feature varies", Assert.Throws<PanameDataException>(() => Score(Small, observations)).Message, StringComparison.Ordinal);
    }

    private static AttackScores Score(BoundaryDistanceOptions options, MembershipObservations observations) => QueryAttacks.BoundaryDistance(options).Score(observations, new AttackRun(1));

    private static MembershipObservations Through(MembershipObservations observations, IClassifier target)
        => new(observations.Outputs, observations.Labels, observations.Members) { Access = new QueryAccess(target, observations.Access!.Records) };

    /// <summary>The same observations with the labels of some records turned so that they are classified wrongly.</summary>
    private static MembershipObservations Wrong(MembershipObservations observations, Func<int, bool> which)
        => new(observations.Outputs, [.. observations.Labels!.Select((label, i) => which(i) ? 1 - (int)observations.Outputs.Row(i)[0] : label)], observations.Members) { Access = observations.Access };
}
