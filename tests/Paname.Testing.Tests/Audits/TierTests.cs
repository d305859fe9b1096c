using Paname.Attacks.Membership;
using Paname.Attacks.Targets;
using Paname.Testing.Tests.Support;

namespace Paname.Testing.Tests.Audits;

/// <summary>Rows are fixed by the tier, before a model is loaded; a change of a set is a new version.</summary>
public sealed class TierTests
{
    private static readonly string[] Smoke = ["Loss", "Entropy", "ModifiedEntropy", "Correctness"];

    private static readonly string[] Standard = [.. Smoke, "LiRA", "RMIA", "CalibratedLoss", "AttackClassifier"];

    [Fact]
    public void Rows_of_each_tier_are_these()
    {
        Assert.Equal(Smoke, PrivacyAudits.RowNames);
        Assert.Equal(Smoke, PrivacyAudits.RowNamesOf(AttackTier.Smoke));
        Assert.Equal(Standard, PrivacyAudits.RowNamesOf(AttackTier.Standard));
        Assert.Equal(
            [.. Standard, "BASE", "AttackR", "ShadowClassifier", "QMIA", "GradientNorm", "NoiseStability", "AugmentationRobustness", "BoundaryDistance"],
            PrivacyAudits.RowNamesOf(AttackTier.Thorough));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrivacyAudits.RowNamesOf((AttackTier)3));
    }

    [Theory]
    [InlineData(AttackTier.Smoke, false, false)]
    [InlineData(AttackTier.Standard, true, false)]
    [InlineData(AttackTier.Thorough, true, true)]
    public void Shadow_models_and_the_target_are_asked_for_by_the_tiers_that_use_them(AttackTier tier, bool shadows, bool access)
    {
        var view = new AttackerView(OutputKind.Logits, 2, Labels: true);
        Assert.Equal(shadows, SetNeeds.Shadows(AttackSet.Of(tier), view));
        Assert.Equal(access, SetNeeds.Access(AttackSet.Of(tier), view));
    }

    [Fact]
    public void Set_of_the_one_attack_for_unbalanced_shadow_models_asks_for_them()
        => Assert.True(SetNeeds.Shadows(new AttackSet("base/1", [ShadowAttacks.Base]), new AttackerView(OutputKind.Logits, 2, Labels: true)));

    [Fact]
    public void Attacks_that_need_shadow_models_use_them_and_others_do_not()
    {
        AttackerView view = SetNeeds.WithShadows(new AttackerView(OutputKind.Logits, 2, Labels: true));
        Assert.Equal(["LiRA", "RMIA", "CalibratedLoss"], AttackSet.Standard.Attacks.Where(attack => attack.UsesShadows(view)).Select(attack => attack.Name));
        Assert.DoesNotContain(AttackSet.Standard.Attacks, attack => attack.UsesShadows(view with { Shadows = null }));
    }

    [Theory]
    [InlineData(AttackTier.Standard, 0, null)]
    [InlineData((AttackTier)3, 0, "names a tier that is none")]
    [InlineData(AttackTier.Smoke, -1, "TimeBudgetSeconds")]
    [InlineData(AttackTier.Smoke, double.NaN, "TimeBudgetSeconds")]
    [InlineData(AttackTier.Smoke, double.PositiveInfinity, "TimeBudgetSeconds")]
    public void Misuse_of_a_theory_is_named(AttackTier tier, double seconds, string? said)
    {
        string? misuse = PrivacyAudits.TheoryMisuse(typeof(SubjectTests.CountedSubject), tier, seconds);
        Assert.Equal(said is null, misuse is null);
        Assert.Contains(said ?? string.Empty, misuse ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Thorough_audit_asks_the_target_again_and_says_which_controls_do_not_fit_such_attacks()
    {
        var data = Memorised.Data(100, seed: 3);
        MembershipAuditResult audit = new Gate().Auc(Memorised.Model(data, leak: 0), data, new AuditOptions { Tier = AttackTier.Thorough }).Audit;
        Assert.Equal(
            ["Loss", "Entropy", "Correctness", "AttackClassifier", "QMIA", "NoiseStability", "AugmentationRobustness", "BoundaryDistance"],
            audit.Applicable.Select(attack => attack.Name));
        Assert.Contains(audit.Findings, finding => finding.Message.StartsWith("positive control not run for NoiseStability, AugmentationRobustness, BoundaryDistance: needs an attack on recorded outputs", StringComparison.Ordinal));
        Assert.Contains(audit.Findings, finding => finding.Message.StartsWith("null control not run for NoiseStability, AugmentationRobustness, BoundaryDistance: flags have no part in the scores", StringComparison.Ordinal));
        Assert.DoesNotContain(audit.Findings, finding => finding.BlocksPass);
    }

    [Fact]
    public void Standard_audit_of_recorded_outputs_judges_the_classifier_on_half()
    {
        var data = Memorised.Data(500, seed: 3);
        MembershipAuditResult audit = new Gate().Auc(Memorised.Model(data, leak: 0), data, new AuditOptions { Tier = AttackTier.Standard }).Audit;
        Assert.Equal("standard/1", audit.AttackSet);
        Assert.Equal(["Loss", "Entropy", "Correctness", "AttackClassifier"], audit.Applicable.Select(attack => attack.Name));
        Assert.Equal((250, 250), (audit.Applicable[^1].Sample!.Members, audit.Applicable[^1].Sample!.NonMembers));
        Assert.NotEmpty(audit.Applicable[^1].Notes);
    }
}
