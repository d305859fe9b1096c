namespace Paname.Testing.Tests.Baselines.Format;

/// <summary>What a metric's name says about it.</summary>
public class MetricNamesTests
{
    [Theory]
    [InlineData("Loss auc", null)]
    [InlineData("Loss tpr@0.01", .01)]
    [InlineData("Loss tpr@1E-05", 1e-5)]
    [InlineData("Loss epsilon@1e-05", null)]
    [InlineData("Loss tpr@0,01", null)]
    [InlineData("utility tpr@0.01", null)]
    public void A_true_positive_rate_names_its_false_positive_rate(string name, double? fpr)
    {
        Assert.Equal(fpr, MetricNames.FprOf(name));
        Assert.True(fpr is null || name == $"Loss {TprCriterion.KeyOf(fpr.Value)}");
    }
}
