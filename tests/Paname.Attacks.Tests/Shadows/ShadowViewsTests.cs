using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

public class ShadowViewsTests
{
    private static readonly InclusionMask Mask = new(2, 5, [true, false, true, false, true, false, true, false, true, false]);

    private readonly MembershipData _data = ShadowFixtures.Audited(3, 2);

    [Fact]
    public void Every_model_scores_the_record_and_then_each_view()
    {
        ShadowObservations seen = ShadowModels.FromClassifiers([Scaled(2), Scaled(3)], Mask, ShadowFixtures.Records(1, 7)).Observe(Request(new Plus(10), new Plus(100)));

        // Record 3 is of class 1, and its log-odds are factor x value.
        Assert.Equal([3, 13, 103], seen.Target.Row(3).ToArray());
        Assert.Equal([6, 26, 206, 9, 39, 309], seen.Shadows.Row(3).ToArray());
        Assert.Equal([7, 17, 107], seen.Population!.Target.Row(0).ToArray());
        Assert.Equal([14, 34, 214, 21, 51, 321], seen.Population.Shadows.Row(0).ToArray());
        Assert.Equal(3, seen.View.Views);
    }

    [Fact]
    public void Models_are_shown_the_same_random_changes_and_each_view_another()
    {
        IRecordTransform noise = RecordTransforms.GaussianNoise(1);
        ShadowObservations seen = ShadowModels.FromClassifiers([Scaled(1), Scaled(1)], Mask).Observe(Request(noise, noise));
        for (int record = 0; record < 5; record++)
        {
            double[] target = seen.Target.Row(record).ToArray();
            Assert.Equal([.. target, .. target], seen.Shadows.Row(record).ToArray());
            Assert.Equal(3, target.Distinct().Count());
        }
    }

    [Fact]
    public void Trained_models_score_the_same_views_as_given_ones()
    {
        ShadowPlan plan = ShadowPlan.Online(_data, 4, 1);
        IClassifier[] models = [.. Enumerable.Range(0, 4).Select(model => ShadowFixtures.Memory(plan.TrainingRecords(model, _data), plan.Seeds[model]))];
        ShadowRequest request = ShadowFixtures.Request(_data) with { Views = [new Plus(2)] };

        ShadowObservations trained = ShadowModels.Train(new MemoryTrainer(), new ShadowOptions { Plan = plan, Cache = false }).Observe(request);

        Assert.Equal(ShadowModels.FromClassifiers(models, plan.Inclusion).Observe(request).Shadows.Values.ToArray(), trained.Shadows.Values.ToArray());
        Assert.Equal(2, trained.Shadows.Views);
    }

    [Fact]
    public void Views_need_the_target_and_records_that_they_fit()
    {
        IShadowSource source = ShadowModels.FromClassifiers([Scaled(1), Scaled(1)], Mask);
        Assert.StartsWith(
            "Views of the audited records need the target itself",
            Assert.Throws<PanameDataException>(() => source.Observe(Request(new Plus(1)) with { Target = null })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Views of the audited records: a change of records needs images",
            Assert.Throws<PanameDataException>(() => source.Observe(Request(RecordTransforms.Mirror()))).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "The change 'half' gave 2 records for 5; it must give one for each.",
            Assert.Throws<PanameDataException>(() => source.Observe(Request(new Half()))).Message);
    }

    private ShadowRequest Request(params IReadOnlyList<IRecordTransform> views)
    {
        IClassifier target = Scaled(1);
        var outputs = new double[10];
        ClassifierScorer.Score(target, _data.Members.Records.Concat(_data.NonMembers.Records), outputs, null, default);
        return ShadowFixtures.Request(_data) with { Outputs = new TargetOutputs(OutputKind.Logits, 2, outputs), Target = target, Views = views };
    }

    private static DelegateClassifier Scaled(double factor) => DelegateClassifier.FromRows(OutputKind.Logits, 2, row => [0, factor * row[0]]);

    private sealed class Plus(double amount) : IRecordTransform
    {
        public string Name => "plus";

        public string? Unavailable(Records records) => null;

        public Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds)
        {
            FeatureMatrix rows = FeatureMatrix.Of(records);
            return rows.ToRecords([.. rows.Values.ToArray().Select((value, i) => i % 2 == 0 ? value + amount : value)]);
        }
    }

    private sealed class Half : IRecordTransform
    {
        public string Name => "half";

        public string? Unavailable(Records records) => null;

        public Records Apply(Records records, FeatureSpread spread, ReadOnlySpan<int> seeds) => records.Select([0, 1]);
    }
}
