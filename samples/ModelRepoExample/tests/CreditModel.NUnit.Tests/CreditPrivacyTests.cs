namespace ModelRepoExample;

[TestFixture]
[Category("Privacy")]
public sealed class CreditPrivacyTests
{
    private OnnxClassifier _model = null!;
    private MembershipData _data = null!;

    [OneTimeSetUp]
    public void Load()
    {
        _model = CreditRepository.LoadModel();
        _data = CreditRepository.LoadData();
    }

    [OneTimeTearDown]
    public void Unload() => _model?.Dispose();

    [Test]
    public void No_attack_tells_training_records_from_others() => Assert.AuditAuc(_model, _data).IsBelow(0.55);

    [Test]
    public void Few_training_records_stand_out() => Assert.AuditTprAtFpr(_model, _data, fpr: 0.01).IsBelow(0.03);

    [Test]
    public void No_retraining_leaks_more_than_the_last() => Assert.Audit<CreditModel>().MatchesBaseline(new BaselineOptions { Margin = 0.04 });

    [MembershipInferenceTheory<CreditModel>]
    public void Training_records_stay_hidden(MembershipInferenceResult result) => result.Auc.IsBelow(0.55);

    [MembershipInferenceTheory<CreditModelWithShadows>(Tier = AttackTier.Standard)]
    public void Training_records_stay_hidden_from_strong_attacks(MembershipInferenceResult result) => result.Auc.IsBelow(0.58);
}
