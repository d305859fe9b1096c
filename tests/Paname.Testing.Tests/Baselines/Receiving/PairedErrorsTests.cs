namespace Paname.Testing.Tests.Baselines.Receiving;

/// <summary>A paired error is that of one difference: of these two models, on these records, by this audit.</summary>
public sealed class PairedErrorsTests
{
    private const double Error = .003;

    private static readonly Baseline Verified = Runs.First(Runs.Run("old", .55));

    private static readonly PreviousRun Previous = new("old.onnx", "old") { Attacks = new Dictionary<string, PairedAuc> { ["Loss"] = new(.55, Error, null) } };

    [Fact]
    public void Same_records_are_paired()
        => Assert.Equal(Error, PairedErrors.Apply(Runs.Run("new", .56), Verified, Previous).Received.Metrics[Runs.Auc].PairedStandardError);

    [Theory]
    [InlineData("other", "smoke/1", 1, "measured on other records")]
    [InlineData("data", "smoke/2", 1, "another seed or attack set")]
    [InlineData("data", "smoke/1", 2, "another seed or attack set")]
    public void Another_audit_is_not_paired_with(string data, string set, int seed, string reason)
    {
        Baseline run = Runs.Run("new", .56);
        run = run with { Subject = run.Subject with { DataFingerprint = data, AttackSet = set, Seed = seed } };
        (Baseline received, IReadOnlyList<string> notes) = PairedErrors.Apply(run, Verified, Previous);
        Assert.Null(received.Metrics[Runs.Auc].PairedStandardError);
        Assert.Contains(reason, Assert.Single(notes), StringComparison.Ordinal);
    }
}
