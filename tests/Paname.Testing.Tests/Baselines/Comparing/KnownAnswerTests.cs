namespace Paname.Testing.Tests.Baselines.Comparing;

public sealed class KnownAnswerTests
{
    [Fact]
    public void One_retraining_unpaired()
    {
        // SE = sqrt(2 * .008^2 + 2 * .005^2) = .0133417; D = .03: z = 2.248597, p = .012269.
        BaselineComparison comparison = BaselineComparison.Of(Runs.First(Runs.Run("old", .53)), Runs.Run("new", .56));

        BaselineMetricComparison row = Assert.Single(comparison.Metrics);
        Assert.Equal(.0133417, row.StandardError!.Value, 1e-7);
        Assert.Equal(.012269, row.PValue!.Value, 1e-5);
        Assert.Equal(BaselineOutcome.Worse, comparison.Outcome);
    }
}
