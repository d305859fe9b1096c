using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>Every kind of result against a baseline that is missing or is made now: neither the files nor the messages may hold a planted value.</summary>
public sealed class BaselineTests
{
    private static readonly BaselineOptions Wide = new() { Margin = .5 };

    private static AuditOptions Standard => new() { Tier = AttackTier.Standard, Controls = false };

    [Fact]
    public void Leaky_baseline() => Of<Leaky>().MatchesBaseline(Wide);

    [Fact]
    public Task Few_baseline() => Of<Few>().MatchesBaselineAsync(Wide);

    [Fact]
    public void NotANumber_baseline() => Of<NotANumber>().MatchesBaseline(Wide);

    [Fact]
    public void FailingModel_baseline() => Of<FailingModel>().MatchesBaseline(Wide);

    [Fact]
    public void UnreadableLabel_baseline() => Of<UnreadableLabel>().MatchesBaseline(Wide);

    [Fact]
    public void LeakyPredictions_baseline() => Assert.AuditAuc(LeakyPredictions.Load()).MatchesBaseline(Wide);

    [Fact]
    public void Tpr_baseline() => Assert.AuditTprAtFpr(LeakyWithShadows.SetUp(), 0.1, Standard).MatchesBaseline(Wide);

    [Fact]
    public void Slices_baseline() => Assert.AuditAuc(LeakyWithShadows.SetUp(), Standard).PerClass().MatchesBaseline(Wide);

    [Fact]
    public void Epsilon_baseline() => Assert.AuditEpsilon(LeakyWithShadows.SetUp(), audit: Standard).MatchesBaseline(Wide);

    [MembershipInferenceTheory<PlantedSubject<Leaky>>]
    public void Row_baseline(MembershipInferenceResult result) => result.MatchesBaseline(Wide);

    private static AuditedMetric Of<T>()
        where T : IScenario
    {
        (IClassifier model, MembershipData data) = T.Load();
        return Assert.AuditAuc(model, data);
    }
}
