using Paname.Attacks.Data;
using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Shadows;

public class TrainedShadowsTests
{
    private readonly MembershipData _data = ShadowFixtures.Audited();

    [Fact]
    public void Signals_are_scaled_logits_of_the_models_of_the_plan()
    {
        ShadowObservations seen = ShadowModels.Train(new MemoryTrainer(), new ShadowOptions { Count = 4, Cache = false }).Observe(ShadowFixtures.Request(_data, seed: 6));

        ShadowPlan plan = ShadowPlan.Online(_data, 4, 6);
        Assert.Equal(new ShadowView(4, 2, 2, 20, 20, true, 1, true, 0), seen.View);
        for (int model = 0; model < 4; model++)
        {
            for (int record = 0; record < 20; record++)
            {
                // Two classes: the scaled logit is the difference of the logits.
                Assert.Equal((plan.Inclusion[model, record] ? 4 : 1) + (plan.Seeds[model] % 1000 / 1e6), seen.Shadows.Row(record)[model], 1e-12);
            }
        }

        Assert.Equal([.. Enumerable.Repeat(4.0, 10), .. Enumerable.Repeat(1.0, 10)], seen.Target.Values.ToArray());
        Assert.Empty(seen.Notes);
    }

    [Fact]
    public void A_given_plan_decides()
    {
        ShadowPlan plan = ShadowPlan.Online(_data, 6, 77);
        ShadowObservations seen = ShadowModels.Train(new MemoryTrainer(), new ShadowOptions { Plan = ShadowPlan.FromJson(plan.ToJson()), Cache = false }).Observe(ShadowFixtures.Request(_data));
        Assert.Equal(6, seen.Shadows.Models);
        Assert.Equal(ShadowFixtures.Flags(plan.Inclusion, 3), ShadowFixtures.Flags(seen.Inclusion, 3));

        IShadowSource other = ShadowModels.Train(new MemoryTrainer(), new ShadowOptions { Plan = ShadowPlan.Online(ShadowFixtures.Audited(8, 12), 2, 1), Cache = false });
        Assert.Contains("drawn for other audited records", Assert.Throws<PanameDataException>(() => other.Observe(ShadowFixtures.Request(_data))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_is_scored_by_target_and_models()
    {
        LabelledRecords population = ShadowFixtures.Records(12, 100);
        var options = new ShadowOptions { Count = 2, Population = population, Cache = false };

        ShadowObservations online = ShadowModels.Train(new MemoryTrainer(), options).Observe(ShadowFixtures.Request(_data));
        ShadowObservations offline = ShadowModels.Train(new MemoryTrainer(), options with { Kind = ShadowKind.Offline }).Observe(ShadowFixtures.Request(_data));
        ShadowObservations without = ShadowModels.Train(new MemoryTrainer(), options).Observe(ShadowFixtures.Request(_data) with { Target = null });

        Assert.Null(online.Population!.Inclusion);
        Assert.All(online.Population.Shadows.Values.ToArray(), value => Assert.Equal(1, value, 1e-2));
        Assert.Equal(6, offline.Population!.Inclusion!.Of(0).Count(true));
        for (int record = 0; record < 12; record++)
        {
            Assert.Equal(offline.Population.Inclusion[1, record] ? 4 : 1, offline.Population.Shadows.Row(record)[1], 1e-2);
        }

        Assert.All(offline.Shadows.Values.ToArray(), value => Assert.Equal(1, value, 1e-2));
        Assert.Null(without.Population);
        Assert.Equal(["the population is not used: the target itself is not at hand to score it"], without.Notes);
    }

    [Fact]
    public void Models_are_closed_and_progress_counts_up()
    {
        var trainer = new MemoryTrainer(parallel: 3);
        var progress = new Reports();
        ShadowModels.Train(trainer, new ShadowOptions { Count = 8, Cache = false }).Observe(ShadowFixtures.Request(_data) with { Progress = progress });
        Assert.Equal(8, trainer.Trained);
        Assert.Equal(8, trainer.Closed);
        Assert.InRange(trainer.MostAtOnce, 1, 3);
        Assert.Equal(Enumerable.Range(1, 8).Select(done => new ShadowProgress(done, 8, 0)), progress.All);
    }

    [Fact]
    public void A_delegate_is_called_by_one_thread_and_its_message_is_withheld()
    {
        int calls = 0;
        IShadowTrainer trainer = ShadowTrainer.FromDelegate((records, seed, _) => ++calls == 3 ? throw new InvalidOperationException("value 7654321") : ShadowFixtures.Memory(records, seed), "my code");
        IShadowSource source = ShadowModels.Train(trainer, new ShadowOptions { Count = 4 });
        Assert.Null(source.Fingerprint);
        Assert.Equal("4 shadow models (my code), each trained on half of the audited records", source.Description);

        PanameDataException thrown = Assert.Throws<PanameDataException>(() => source.Observe(ShadowFixtures.Request(_data)));

        Assert.StartsWith("my code threw InvalidOperationException while training a shadow model", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("7654321", thrown.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
    }

    [Fact]
    public void The_first_failure_in_order_is_told()
    {
        ShadowPlan plan = ShadowPlan.Online(_data, 8, 1);
        IShadowTrainer trainer = ShadowTrainer.FromDelegate(
            (records, seed, _) => plan.Seeds.ToList().IndexOf(seed) is var model and > 0 ? throw new PanameDataException($"model {model}") : ShadowFixtures.Memory(records, seed), parallel: 4);
        Assert.Equal("model 1", Assert.Throws<PanameDataException>(() => ShadowModels.Train(trainer, new ShadowOptions { Plan = plan }).Observe(ShadowFixtures.Request(_data))).Message);
    }

    [Fact]
    public void Cancelling_stops()
    {
        using var stop = new CancellationTokenSource();
        int calls = 0;
        IShadowTrainer trainer = ShadowTrainer.FromDelegate((records, seed, token) =>
        {
            calls++;
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            return ShadowFixtures.Memory(records, seed);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => ShadowModels.Train(trainer).Observe(ShadowFixtures.Request(_data) with { CancellationToken = stop.Token }));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Models_unlike_the_target_are_refused()
    {
        IShadowTrainer trainer = ShadowTrainer.FromDelegate((_, _, _) => DelegateClassifier.FromRows(OutputKind.Logits, 3, _ => [0, 0, 0]));
        Assert.Equal(
            "shadow model 1 gives logits of 3 classes, the target logits of 2. Shadow models must give out what the target does.",
            Assert.Throws<PanameDataException>(() => ShadowModels.Train(trainer).Observe(ShadowFixtures.Request(_data))).Message);
        Assert.Contains(
            "gave null", Assert.Throws<PanameDataException>(() => ShadowModels.Train(ShadowTrainer.FromDelegate((_, _, _) => null!)).Observe(ShadowFixtures.Request(_data))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "need the audited records themselves",
            Assert.Throws<PanameDataException>(() => ShadowModels.Train(new MemoryTrainer()).Observe(ShadowFixtures.Request(_data) with { Data = null })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        void Refused(ShadowOptions options, string name) => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => ShadowModels.Train(new MemoryTrainer(), options)).ParamName);
        Refused(new ShadowOptions { Count = 1 }, "Count");
        Refused(new ShadowOptions { Count = 5 }, "Count");
        Refused(new ShadowOptions { Count = 4098 }, "Count");
        Refused(new ShadowOptions { PopulationShare = 1 }, "PopulationShare");
        Refused(new ShadowOptions { PopulationShare = double.NaN }, "PopulationShare");
        Refused(new ShadowOptions { Kind = ShadowKind.Offline }, "Population");
        Refused(new ShadowOptions { Kind = (ShadowKind)7 }, "Kind");
        Refused(new ShadowOptions { CacheFolder = "" }, "CacheFolder");
    }

    [Fact]
    public void The_fingerprint_follows_trainer_options_and_plan()
    {
        ShadowOptions options = new() { Count = 4 };
        string?[] prints =
        [
            ShadowModels.Train(new MemoryTrainer(), options).Fingerprint,
            ShadowModels.Train(new MemoryTrainer(fingerprint: "other"), options).Fingerprint,
            ShadowModels.Train(new MemoryTrainer(), options with { Count = 6 }).Fingerprint,
            ShadowModels.Train(new MemoryTrainer(), options with { Population = ShadowFixtures.Records(9, 50) }).Fingerprint,
            ShadowModels.Train(new MemoryTrainer(), options with { Plan = ShadowPlan.Online(_data, 4, 1) }).Fingerprint,
            ShadowModels.Train(new MemoryTrainer(), options with { Plan = ShadowPlan.Online(_data, 4, 2) }).Fingerprint,
        ];
        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.All(prints, Assert.NotNull);
        Assert.Equal(prints[0], ShadowModels.Train(new MemoryTrainer(), options with { CacheFolder = "elsewhere" }).Fingerprint);
    }
}
