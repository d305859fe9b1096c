using NUnit.Framework;
using Paname.Attacks.Membership;
using Paname.Testing;

namespace Hosts;

/// <summary>Theories of tier Standard, with controls: one row is not applicable against two classes.</summary>
public class StandardTests
{
    [MembershipInferenceTheory<QuietShadowSubject>(Tier = AttackTier.Standard)]
    public void Standard_rows_pass(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<LeakyShadowSubject>(Tier = AttackTier.Standard)]
    public void Standard_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<UnshadowedSubject>(Tier = AttackTier.Standard)]
    public void Rows_with_shadows_are_not_applicable(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietShadowSubject>(Tier = AttackTier.Standard)]
    public void Standard_rows_never_judged_fail(MembershipInferenceResult result) => Assert.That(result, Is.Not.Null);

    [MembershipInferenceTheory<ShiftedSubject>(Tier = AttackTier.Standard)]
    public void Blocked_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<ShiftedSubject>(Tier = AttackTier.Standard, Controls = false)]
    public void Rows_without_controls_pass(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietShadowSubject>(Tier = AttackTier.Standard, TimeBudgetSeconds = 1e-6)]
    public void Rows_out_of_time_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietShadowSubject>(Tier = AttackTier.Standard, TimeBudgetSeconds = -1)]
    public void Negative_time(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietShadowSubject>(Tier = (AttackTier)7)]
    public void No_such_tier(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);
}
