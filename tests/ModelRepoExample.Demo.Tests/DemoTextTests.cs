namespace ModelRepoExample.Demo.Tests;

public sealed class DemoTextTests : IDisposable
{
    private readonly DemoFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_sort_and_align_gates_and_round_to_four_places()
    {
        _folder.WriteGates("Xunit-credit", ("tpr@0.01", 0.015, 0.0092, 0.027749, 0.03, "Inconclusive"), ("auc", 0.50785847, 0.49337, 0.522334, 0.55, "Pass"));

        _folder.WriteBaseline("Xunit-credit", "Same", 0.0012);

        string[] lines = [.. DemoTable.Lines([DemoRun.Read(_folder.Path, "Xunit", "credit", overfitted: false)])];

        Assert.Equal(
            [
                "model              framework  gate          attack  metric          estimate  one-sided 95 % bounds  limit             verdict",
                "-----------------  ---------  ------------  ------  --------------  --------  ---------------------  ----------------  ------------",
                "Xunit-credit.onnx  xUnit      Stays hidden  Loss    AUC             0.5079    0.4934 .. 0.5223       < 0.55            Pass",
                "Xunit-credit.onnx  xUnit      No more       all     Loss auc        0.5000                           baseline +0.0012  Same",
                "Xunit-credit.onnx  xUnit      Stays hidden  Loss    TPR at 1 % FPR  0.0150    0.0092 .. 0.0277       < 0.03            Inconclusive",
            ],
            lines);
    }

    [Fact]
    public void Tell_names_the_strongest_proof()
    {
        _folder.WriteTrx("Xunit-credit", ("N.CreditPrivacyTests", "Passed"));
        _folder.WriteTrx("Xunit-credit-overfit", ("N.CreditAccuracyTests", "Passed"), ("N.CreditPrivacyTests", "Failed"));
        _folder.WriteGates("Xunit-credit-overfit", ("auc", 0.6128, 0.5985, 0.6269, 0.55, "Fail"), ("tpr@0.01", 0.9, 0.8, 1, 0.03, "Fail"));
        _folder.WriteStrongGates("Xunit-credit-overfit", ("auc", 0.7111, 0.6979, 0.7235, 0.58, "Fail"));

        string story = DemoStory.Tell(
        [
            DemoRun.Read(_folder.Path, "Xunit", "credit", overfitted: false),
            DemoRun.Read(_folder.Path, "Xunit", "credit-overfit", overfitted: true),
        ]);

        Assert.Contains("1 privacy tests passed, none failed", story, StringComparison.Ordinal);
        Assert.Contains("the LiRA attack tells training records", story, StringComparison.Ordinal);
        Assert.Contains("AUC 0.7111 on 2200 members", story, StringComparison.Ordinal);
        Assert.Contains("It was chosen among 7 attacks for its estimate", story, StringComparison.Ordinal);
        Assert.Contains("its AUC is at least 0.6879", story, StringComparison.Ordinal);
        Assert.Contains("Without shadow models no attack got beyond 0.6128", story, StringComparison.Ordinal);
    }
}
