using NUnit.Framework;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Hosts;

/// <summary>Every kind of result against a baseline that is missing or is made now: neither the files nor the messages may hold a planted value.</summary>
public sealed class BaselineTests
{
    private static readonly BaselineOptions Wide = new() { Margin = .5 };

    private static AuditOptions Standard => new() { Tier = AttackTier.Standard, Controls = false };

    [Test]
    public void Leaky_baseline() => Of<Leaky>().MatchesBaseline(Wide);

    [Test]
    public Task Few_baseline() => Of<Few>().MatchesBaselineAsync(Wide);

    [Test]
    public void NotANumber_baseline() => Of<NotANumber>().MatchesBaseline(Wide);

    [Test]
    public void FailingModel_baseline() => Of<FailingModel>().MatchesBaseline(Wide);

    [Test]
    public void UnreadableLabel_baseline() => Of<UnreadableLabel>().MatchesBaseline(Wide);

    [Test]
    public void LeakyPredictions_baseline() => Assert.AuditAuc(LeakyPredictions.Load()).MatchesBaseline(Wide);

    [Test]
    public void Tpr_baseline() => Assert.AuditTprAtFpr(LeakyWithShadows.SetUp(), 0.1, Standard).MatchesBaseline(Wide);

    [Test]
    public void Slices_baseline() => Assert.AuditAuc(LeakyWithShadows.SetUp(), Standard).PerClass().MatchesBaseline(Wide);

    [Test]
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
