namespace ModelRepoExample;

[Trait("Category", "Privacy")]
public sealed class CreditPrivacyTests : IDisposable
{
    private readonly OnnxClassifier _model = CreditRepository.LoadModel();
    private readonly MembershipData _data = CreditRepository.LoadData();

    [Fact]
    public void No_attack_tells_training_records_from_others() => Assert.AuditAuc(_model, _data).IsBelow(0.55);

    [Fact]
    public void Few_training_records_stand_out() => Assert.AuditTprAtFpr(_model, _data, fpr: 0.01).IsBelow(0.03);

    [Fact]
    public void No_retraining_leaks_more_than_the_last() => Assert.Audit<CreditModel>().MatchesBaseline(new BaselineOptions { Margin = 0.04 });

    [MembershipInferenceTheory<CreditModel>]
    public void Training_records_stay_hidden(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<CreditModelWithShadows>(Tier = AttackTier.Standard)]
    public void Training_records_stay_hidden_from_strong_attacks(MembershipInferenceResult result) => result.Auc.IsBelow(0.58);

    public void Dispose() => _model.Dispose();
}
