using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

public sealed class ShadowBudgetTests : IDisposable
{
    private readonly MembershipData _data = ShadowFixtures.Audited();
    private readonly ManualTime _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("paname-budget-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(60, 1, 6)]
    [InlineData(59, 1, 4)]
    [InlineData(1, 1, 2)]
    [InlineData(0, 1, 2)]
    [InlineData(80, 1, 8)]
    [InlineData(1000, 1, 8)]
    [InlineData(50, 4, 6)]
    public void As_many_pairs_are_trained_as_fit_and_at_least_one(double seconds, int parallel, int expected)
    {
        // Each model takes 10 s.
        ShadowObservations seen = Observe(new MemoryTrainer(parallel, onTrain: () => _time.Advance(10)), seconds);

        Assert.Equal(expected, seen.Shadows.Models);
        Assert.All(seen.Inclusion.CountIn(), count => Assert.Equal(expected / 2, count));
        ShadowPlan plan = ShadowPlan.Online(_data, 8, 1);
        Assert.Equal(ShadowFixtures.Flags(plan.Inclusion, expected - 1), ShadowFixtures.Flags(seen.Inclusion, expected - 1));
        string[] notes = expected == 8 ? [] : [FormattableString.Invariant($"{expected} of 8 shadow models: the time budget of {seconds} s was used up")];
        Assert.Equal(notes, seen.Notes);
        Assert.Equal(expected, seen.Outputs!.Count);
    }

    [Fact]
    public void Kept_models_take_no_budget()
    {
        Observe(new MemoryTrainer(onTrain: () => _time.Advance(10)), 40, Options);
        ShadowObservations more = Observe(new MemoryTrainer(onTrain: () => _time.Advance(10)), 20, Options);
        ShadowObservations all = Observe(new MemoryTrainer(onTrain: () => _time.Advance(10)), 20, Options);
        Assert.Equal(6, more.Shadows.Models);
        Assert.Equal(8, all.Shadows.Models);
        Assert.Empty(all.Notes);
    }

    [Fact]
    public void Without_a_budget_all_are_trained()
        => Assert.Equal(8, Observe(new MemoryTrainer(onTrain: () => _time.Advance(1e6)), null).Shadows.Models);

    [Fact]
    public void An_odd_number_of_offline_models_ends_in_a_single_one()
    {
        ShadowOptions options = Options with { Count = 3, Kind = ShadowKind.Offline, Population = ShadowFixtures.Records(12, 100), Cache = false };
        Assert.Equal(3, Observe(new MemoryTrainer(onTrain: () => _time.Advance(10)), 40, options).Shadows.Models);
        ShadowObservations two = Observe(new MemoryTrainer(onTrain: () => _time.Advance(10)), 20, options);
        Assert.Equal(2, two.Shadows.Models);
        Assert.Equal(2, two.Population!.Inclusion!.Models);
    }

    private ShadowOptions Options => new() { Count = 8, CacheFolder = _folder, Time = _time };

    private ShadowObservations Observe(MemoryTrainer trainer, double? seconds, ShadowOptions? options = null)
        => ShadowModels.Train(trainer, options ?? Options with { Cache = false })
            .Observe(ShadowFixtures.Request(_data) with { Budget = seconds is { } value ? TimeSpan.FromSeconds(value) : null });
}
