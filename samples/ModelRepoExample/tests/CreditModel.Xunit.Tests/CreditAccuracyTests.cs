namespace ModelRepoExample;

public sealed class CreditAccuracyTests : IDisposable
{
    private readonly OnnxClassifier _model = CreditRepository.LoadModel();

    [Fact]
    public void Beats_the_majority_class_on_the_holdout()
    {
        HoldoutScore score = HoldoutScore.Of(_model, CreditRepository.LoadData().NonMembers);
        Assert.InRange(score.Accuracy, score.MajorityShare + 0.015, 1);
    }

    [Fact]
    public void Finds_bad_payers_on_the_holdout()
    {
        HoldoutScore score = HoldoutScore.Of(_model, CreditRepository.LoadData().NonMembers);
        Assert.InRange(score.BadPayersFound, 0.40, 1);
    }

    public void Dispose() => _model.Dispose();
}
