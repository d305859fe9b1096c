namespace ModelRepoExample.Demo.Tests;

public sealed class DemoCheckTests : IDisposable
{
    private const string Privacy = "N.CreditPrivacyTests";
    private const string Accuracy = "N.CreditAccuracyTests";

    private readonly DemoFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Green_that_is_green_has_no_problem()
    {
        _folder.WriteTrx("Xunit-credit", (Accuracy, "Passed"), (Privacy, "Passed"), (Privacy, "NotExecuted"));
        _folder.WriteGates("Xunit-credit", ("auc", 0.51, 0.49, 0.53, 0.55, "Pass"));
        _folder.WriteStrongGates("Xunit-credit", ("auc", 0.53, 0.51, 0.55, 0.58, "Pass"));

        Assert.Empty(Problems("credit", overfitted: false));
    }

    [Fact]
    public void Green_without_strong_gates_says_so()
    {
        _folder.WriteTrx("Xunit-credit", (Accuracy, "Passed"), (Privacy, "Passed"));
        _folder.WriteGates("Xunit-credit", ("auc", 0.51, 0.49, 0.53, 0.55, "Pass"));

        Assert.Contains("no AUC gate was judged with shadow models", Assert.Single(Problems("credit", overfitted: false)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Failed", "Passed", "Pass", "the accuracy tests must pass")]
    [InlineData("Passed", "Failed", "Pass", "the privacy tests must pass")]
    [InlineData("Passed", "NotExecuted", "Pass", "the privacy tests must pass")]
    [InlineData("Passed", "Passed", "Inconclusive", "must pass and is Inconclusive")]
    public void Green_that_is_not_green_says_so(string accuracy, string privacy, string verdict, string expected)
    {
        _folder.WriteTrx("Xunit-credit", (Accuracy, accuracy), (Privacy, privacy));
        _folder.WriteGates("Xunit-credit", ("auc", 0.51, 0.49, 0.53, 0.55, verdict));
        _folder.WriteStrongGates("Xunit-credit", ("auc", 0.53, 0.51, 0.55, 0.58, "Pass"));

        Assert.Contains(expected, Assert.Single(Problems("credit", overfitted: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Red_that_is_red_may_hold_a_weak_attack_that_passes()
    {
        _folder.WriteTrx("Xunit-credit-overfit", (Accuracy, "Passed"), (Privacy, "Failed"), (Privacy, "Passed"));
        _folder.WriteGates("Xunit-credit-overfit", ("auc", 0.61, 0.59, 0.63, 0.55, "Fail"), ("auc", 0.52, 0.5, 0.54, 0.55, "Pass"));
        _folder.WriteStrongGates("Xunit-credit-overfit", ("auc", 0.71, 0.69, 0.73, 0.58, "Fail"));
        _folder.WriteBaseline("Xunit-credit-overfit", "Worse", 0.11);

        Assert.Empty(Problems("credit-overfit", overfitted: true));
    }

    [Theory]
    [InlineData("Passed", 0.61, "Fail", "the privacy tests must fail")]
    [InlineData("Failed", 0.51, "Pass", "no AUC gate is at or above its limit")]
    [InlineData("Failed", 0.61, "Inconclusive", "above its limit and its gate is Inconclusive")]
    public void Red_for_no_proven_leak_says_so(string privacy, double auc, string verdict, string expected)
    {
        _folder.WriteTrx("Xunit-credit-overfit", (Accuracy, "Passed"), (Privacy, privacy));
        _folder.WriteGates("Xunit-credit-overfit", ("auc", auc, 0.4, 0.7, 0.55, verdict));
        _folder.WriteStrongGates("Xunit-credit-overfit", ("auc", auc, 0.4, 0.7, 0.58, verdict));
        _folder.WriteBaseline("Xunit-credit-overfit", "Worse", 0.11);

        Assert.All(Problems("credit-overfit", overfitted: true), problem => Assert.Contains(expected, problem, StringComparison.Ordinal));
        Assert.NotEmpty(Problems("credit-overfit", overfitted: true));
    }

    [Theory]
    [InlineData("Same", 0)]
    [InlineData("Better", 0)]
    [InlineData("Worse", 1)]
    public void A_baseline_is_a_gate_of_the_green_model(string verdict, int problems)
    {
        _folder.WriteTrx("Xunit-credit", (Accuracy, "Passed"), (Privacy, "Passed"));
        _folder.WriteGates("Xunit-credit", ("auc", 0.51, 0.49, 0.53, 0.55, "Pass"));
        _folder.WriteStrongGates("Xunit-credit", ("auc", 0.53, 0.51, 0.55, 0.58, "Pass"));
        _folder.WriteBaseline("Xunit-credit", verdict, 0.01);

        Assert.Equal(problems, Problems("credit", overfitted: false).Count);
    }

    [Fact]
    public void Red_that_is_no_worse_than_its_baseline_says_so()
    {
        _folder.WriteTrx("Xunit-credit-overfit", (Accuracy, "Passed"), (Privacy, "Failed"));
        _folder.WriteGates("Xunit-credit-overfit", ("auc", 0.61, 0.59, 0.63, 0.55, "Fail"));
        _folder.WriteStrongGates("Xunit-credit-overfit", ("auc", 0.71, 0.69, 0.73, 0.58, "Fail"));
        _folder.WriteBaseline("Xunit-credit-overfit", "Same", 0);

        Assert.Contains("worse than its baseline", Assert.Single(Problems("credit-overfit", overfitted: true)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_that_left_nothing_is_never_fine(bool overfitted) => Assert.True(Problems("credit", overfitted).Count >= 3);

    private List<string> Problems(string model, bool overfitted)
        => [.. DemoCheck.Problems(DemoRun.Read(_folder.Path, "Xunit", model, overfitted))];
}
