namespace Paname.Testing.Tests.Baselines.Format;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_and_writes_the_same_text()
    {
        Baseline stored = Runs.First(Runs.Of("model", ("Loss auc", .1 + .2), ("Entropy auc", 1 / 3.0)));

        string json = stored.ToJson();
        Baseline read = Baseline.Parse(json, "x.verified.json");

        Assert.Equal(json, read.ToJson());
        Assert.Equal(.1 + .2, read.Metrics["Loss auc"].Estimate);
        Assert.DoesNotContain('\r', json);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }
}
