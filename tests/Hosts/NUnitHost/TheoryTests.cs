using NUnit.Framework;
using Paname.Testing;

namespace Hosts;

/// <summary>Theories: 3 rows pass and 1 is not applicable against two classes that give out logits. No [TestFixture]: the attribute implies it.</summary>
public class TheoryTests
{
    [MembershipInferenceTheory<QuietSubject>]
    public void Quiet_rows_pass(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory(typeof(LeakySubject))]
    public void Leaky_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietSubject>]
    public async Task Asynchronous_rows_pass(MembershipInferenceResult result)
    {
        await result.AuditAsync();
        result.Auc.IsBelow(0.60);
        result.TprAt(0.1).IsBelow(0.25);
    }

    [MembershipInferenceTheory<LeakySubject>]
    public async Task Asynchronous_rows_fail(MembershipInferenceResult result)
    {
        await result.AuditAsync();
        result.Auc.IsBelow(0.60);
    }

    [MembershipInferenceTheory<LabelsOnlySubject>]
    public void One_row_is_applicable(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<TinySubject>]
    public void Inconclusive_rows_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietSubject>]
    public void Rows_never_judged_fail(MembershipInferenceResult result) => Assert.That(result, Is.Not.Null);

    [MembershipInferenceTheory<MissingSubject>]
    public void Set_up_errors_fail(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietSubject>]
    [Ignore("by hand")]
    public void Ignored_by_hand(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);

    [MembershipInferenceTheory<QuietSubject>(Seed = 5)]
    public void Seeded(MembershipInferenceResult result)
    {
        Assert.That(result.Audit.Seed, Is.EqualTo(5));
        result.Auc.IsBelow(0.60);
    }

    [MembershipInferenceTheory<QuietSubject>]
    public void Yes_or_no_has_no_tpr(MembershipInferenceResult result) => result.TprAt(0.1).IsBelow(0.25);

    [MembershipInferenceTheory<QuietSubject>]
    [Retry(2)]
    public void Retried_rows_pass(MembershipInferenceResult result) => result.Auc.IsBelow(0.60);
}
