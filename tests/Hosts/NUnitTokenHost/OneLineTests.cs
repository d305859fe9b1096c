using NUnit.Framework;
using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing;

namespace Hosts;

/// <summary>One line per scenario: each test fails, and no message may hold a planted value.</summary>
public sealed class OneLineTests
{
    [Test]
    public void Leaky_fails() => Audit<Leaky>();

    [Test]
    public void Few_fails() => Audit<Few>();

    [Test]
    public void UnreadableNumber_fails() => Audit<UnreadableNumber>();

    [Test]
    public void NonFiniteNumber_fails() => Audit<NonFiniteNumber>();

    [Test]
    public void DecimalComma_fails() => Audit<DecimalComma>();

    [Test]
    public void UnreadableLabel_fails() => Audit<UnreadableLabel>();

    [Test]
    public void HugeLabel_fails() => Audit<HugeLabel>();

    [Test]
    public void LabelOutsideMap_fails() => Audit<LabelOutsideMap>();

    [Test]
    public void RaggedRow_fails() => Audit<RaggedRow>();

    [Test]
    public void StrayQuote_fails() => Audit<StrayQuote>();

    [Test]
    public void OpenQuote_fails() => Audit<OpenQuote>();

    [Test]
    public void DuplicateId_fails() => Audit<DuplicateId>();

    [Test]
    public void SharedId_fails() => Audit<SharedId>();

    [Test]
    public void SharedGroup_fails() => Audit<SharedGroup>();

    [Test]
    public void MissingNumber_fails() => Audit<MissingNumber>();

    [Test]
    public void NoHeader_fails() => Audit<NoHeader>();

    [Test]
    public void NotANumber_fails() => Audit<NotANumber>();

    [Test]
    public void FailingModel_fails() => Audit<FailingModel>();

    [Test]
    public void ThrowingClassifier_fails() => Audit<ThrowingClassifier>();

    [Test]
    public void ThrowingRows_fails() => Audit<ThrowingRows>();

    [Test]
    public void LeakyPredictions_fails() => AuditPredictions<LeakyPredictions>();

    [Test]
    public void BadPredictionCell_fails() => AuditPredictions<BadPredictionCell>();

    [Test]
    public void BadMemberFlag_fails() => AuditPredictions<BadMemberFlag>();

    [Test]
    public void NoPredictionHeader_fails() => AuditPredictions<NoPredictionHeader>();

    [Test]
    public void LeakyWithShadows_fails() => AuditShadows<LeakyWithShadows>();

    [Test]
    public void ThrowingTrainer_fails() => AuditShadows<ThrowingTrainer>();

    [Test]
    public void ThrowingShadowModel_fails() => AuditShadows<ThrowingShadowModel>();

    [Test]
    public void Slices_with_shadows_fail() => Assert.AuditAuc(LeakyWithShadows.SetUp(), Standard).PerClass().IsBelow(0.55);

    [Test]
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
