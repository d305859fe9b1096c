using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

public class GivenModelsTests
{
    private readonly MembershipData _data = ShadowFixtures.Audited(3, 2);
    private readonly ShadowPlan _plan = ShadowPlan.Online(ShadowFixtures.Audited(3, 2), 4, 1);

    [Fact]
    public void Given_models_give_what_trained_ones_give()
    {
        IClassifier[] models = [.. Enumerable.Range(0, 4).Select(model => ShadowFixtures.Memory(_plan.TrainingRecords(model, _data), _plan.Seeds[model]))];
        var progress = new Reports();

        ShadowObservations given = ShadowModels.FromClassifiers(models, _plan.Inclusion).Observe(ShadowFixtures.Request(_data) with { Progress = progress });
        ShadowObservations opened = ShadowModels.FromClassifiers(model => models[model], _plan.Inclusion).Observe(ShadowFixtures.Request(_data));

        ShadowObservations trained = ShadowModels.Train(new MemoryTrainer(), new ShadowOptions { Plan = _plan, Cache = false }).Observe(ShadowFixtures.Request(_data));
        Assert.Equal(trained.Shadows.Values.ToArray(), given.Shadows.Values.ToArray());
        Assert.Equal(trained.Shadows.Values.ToArray(), opened.Shadows.Values.ToArray());
        Assert.Equal(trained.Outputs!.Select(output => output.Values.ToArray()), given.Outputs!.Select(output => output.Values.ToArray()));
        Assert.Equal([1, 2, 3, 4], progress.All.Select(report => report.Done));
    }

    [Fact]
    public void Opened_models_are_closed_and_given_ones_are_not()
    {
        var trainer = new MemoryTrainer();
        TrainedShadow[] models = [.. Enumerable.Range(0, 4).Select(model => trainer.Train(_plan.TrainingRecords(model, _data), 0, default))];
        ShadowModels.FromClassifiers([.. models.Select(model => model.Classifier)], _plan.Inclusion).Observe(ShadowFixtures.Request(_data));
        Assert.Equal(0, trainer.Closed);
        ShadowModels.FromClassifiers(model => models[model].Classifier, _plan.Inclusion, parallel: 2).Observe(ShadowFixtures.Request(_data));
        Assert.Equal(4, trainer.Closed);
    }

    [Fact]
    public void A_population_may_be_trained_on()
    {
        LabelledRecords population = ShadowFixtures.Records(2, 50);
        IClassifier[] models = [ShadowFixtures.Memory(population, 0), ShadowFixtures.Memory(_data.Members, 0)];
        var mask = new InclusionMask(2, 5, [false, false, false, false, false, true, true, true, false, false]);
        PopulationSignals seen = ShadowModels.FromClassifiers(models, mask, population, new InclusionMask(2, 2, [true, true, false, false])).Observe(ShadowFixtures.Request(_data)).Population!;
        Assert.Equal([4, 1, 4, 1], seen.Shadows.Values.ToArray());
        Assert.Equal([1, 1], seen.Target.Values.ToArray());
        Assert.True(seen.Inclusion![0, 1]);
    }

    [Fact]
    public void Masks_of_other_models_or_records_are_refused()
    {
        IClassifier[] models = [ShadowFixtures.Memory(_data.Members, 0), ShadowFixtures.Memory(_data.Members, 0)];
        Assert.Equal("There are 2 shadow models, and the inclusion mask is of 4.", Assert.Throws<PanameDataException>(() => ShadowModels.FromClassifiers(models, _plan.Inclusion)).Message);
        IShadowSource source = ShadowModels.FromClassifiers(models, new InclusionMask(2, 4, new bool[8]));
        Assert.Contains("mask is of 4 records, and 5 are audited", Assert.Throws<PanameDataException>(() => source.Observe(ShadowFixtures.Request(_data))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "0 population records",
            Assert.Throws<PanameDataException>(() => ShadowModels.FromClassifiers(models, new InclusionMask(2, 5, new bool[10]), null, new InclusionMask(2, 2, new bool[4]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_not_opened_is_named()
        => Assert.Equal(
            "Opening shadow model 1 gave null instead of a model.",
            Assert.Throws<PanameDataException>(() => ShadowModels.FromClassifiers(_ => null!, _plan.Inclusion).Observe(ShadowFixtures.Request(_data))).Message);
}
