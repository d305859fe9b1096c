using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing;
using Xunit;

namespace Hosts;

/// <summary>One line per scenario: each test fails, and no message may hold a planted value.</summary>
public sealed class OneLineTests
{
    [Fact]
    public void Leaky_fails() => Audit<Leaky>();

    [Fact]
    public void Few_fails() => Audit<Few>();

    [Fact]
    public void UnreadableNumber_fails() => Audit<UnreadableNumber>();

    [Fact]
    public void NonFiniteNumber_fails() => Audit<NonFiniteNumber>();

    [Fact]
    public void DecimalComma_fails() => Audit<DecimalComma>();

    [Fact]
    public void UnreadableLabel_fails() => Audit<UnreadableLabel>();

    [Fact]
    public void HugeLabel_fails() => Audit<HugeLabel>();

    [Fact]
    public void LabelOutsideMap_fails() => Audit<LabelOutsideMap>();

    [Fact]
    public void RaggedRow_fails() => Audit<RaggedRow>();

    [Fact]
    public void StrayQuote_fails() => Audit<StrayQuote>();

    [Fact]
    public void OpenQuote_fails() => Audit<OpenQuote>();

    [Fact]
    public void DuplicateId_fails() => Audit<DuplicateId>();

    [Fact]
    public void SharedId_fails() => Audit<SharedId>();

    [Fact]
    public void SharedGroup_fails() => Audit<SharedGroup>();

    [Fact]
    public void MissingNumber_fails() => Audit<MissingNumber>();

    [Fact]
    public void NoHeader_fails() => Audit<NoHeader>();

    [Fact]
    public void NotANumber_fails() => Audit<NotANumber>();

    [Fact]
    public void FailingModel_fails() => Audit<FailingModel>();

    [Fact]
    public void ThrowingClassifier_fails() => Audit<ThrowingClassifier>();

    [Fact]
    public void ThrowingRows_fails() => Audit<ThrowingRows>();

    [Fact]
    public void LeakyPredictions_fails() => AuditPredictions<LeakyPredictions>();

    [Fact]
    public void BadPredictionCell_fails() => AuditPredictions<BadPredictionCell>();

    [Fact]
    public void BadMemberFlag_fails() => AuditPredictions<BadMemberFlag>();

    [Fact]
    public void NoPredictionHeader_fails() => AuditPredictions<NoPredictionHeader>();

    [Fact]
    public void LeakyWithShadows_fails() => AuditShadows<LeakyWithShadows>();

    [Fact]
    public void ThrowingTrainer_fails() => AuditShadows<ThrowingTrainer>();

    [Fact]
    public void ThrowingShadowModel_fails() => AuditShadows<ThrowingShadowModel>();

    [Fact]
    public void Slices_with_shadows_fail() => Assert.AuditAuc(LeakyWithShadows.SetUp(), Standard).PerClass().IsBelow(0.55);

    [Fact]
    public void Epsilon_with_shadows_fails() => Assert.AuditEpsilon(LeakyWithShadows.SetUp(), audit: Standard with { Controls = false }).IsNotRefuted(0.1);

    private static AuditOptions Standard => new() { Tier = AttackTier.Standard, Progress = new PrintedProgress() };

    private static void AuditShadows<T>()
        where T : IShadowScenario
        => Assert.AuditAuc(T.SetUp(), Standard).IsBelow(0.55);

    private static void Audit<T>()
        where T : IScenario
    {
        (IClassifier model, MembershipData data) = T.Load();
        Assert.AuditAuc(model, data).IsBelow(0.55);
    }

    private static void AuditPredictions<T>()
        where T : IPredictionScenario
        => Assert.AuditAuc(T.Load()).IsBelow(0.55);
}
