namespace ModelRepoExample;

[TestFixture]
public sealed class CreditAccuracyTests
{
    private HoldoutScore _score = null!;

    [OneTimeSetUp]
    public void Score()
    {
        using OnnxClassifier model = CreditRepository.LoadModel();
        _score = HoldoutScore.Of(model, CreditRepository.LoadData().NonMembers);
    }

    [Test]
    public void Beats_the_majority_class_on_the_holdout() => Assert.That(_score.Accuracy, Is.GreaterThan(_score.MajorityShare + 0.015));

    [Test]
    public void Finds_bad_payers_on_the_holdout() => Assert.That(_score.BadPayersFound, Is.GreaterThan(0.40));
}
