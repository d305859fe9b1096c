namespace PrivacyTestsName;

[Trait("Category", "Privacy")]
public sealed class PrivacyTests
{
    // One row for each attack. Green only if the upper 95 % bound of the attack lies below the limit: too few records are red too.
    [MembershipInferenceTheory<AuditedModel>]
    public void Training_records_stay_hidden(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [Fact]
    public void Few_training_records_stand_out() => Assert.Audit<AuditedModel>().TprAt(fpr: 0.01).IsBelow(0.03);
}
