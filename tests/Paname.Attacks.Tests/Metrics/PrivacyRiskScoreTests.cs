using Paname.Attacks.Data;
using Paname.Attacks.Metrics;
using Paname.Attacks.Tests.TestSupport;

namespace Paname.Attacks.Tests.Metrics;

public sealed class PrivacyRiskScoreTests
{
    [Fact]
    public void Compute_tensorflow_privacy_row()
    {
        (double[] members, double[] nonMembers) = PrivacyRiskScore.Compute([1, 1, 1, 10, 100], [10, 100, 100, 1000, 10000]);
        Assert.Equal([1, 1, 1, 0.5, 1.0 / 3], members, static (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.5, 1.0 / 3, 1.0 / 3, 0, 0], nonMembers, static (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData("tfp_mia_breast_cancer")]
    [InlineData("tfp_mia_digits")]
    public void Compute_reference_case_matches(string name)
    {
        ReferenceCase reference = new(name);
        (double[] members, double[] nonMembers) = PrivacyRiskScore.Compute(reference.Array("loss_train"), reference.Array("loss_test"));
        Assert.Equal(reference.Array("membership_probability_train"), members, static (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(reference.Array("membership_probability_test"), nonMembers, static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Compute_constant_losses_are_even() =>
        Assert.All(PrivacyRiskScore.Compute([2, 2], [2, 2, 2]).Members, static p => Assert.Equal(0.5, p));

    [Fact]
    public void Compute_negative_loss_is_refused_by_index() =>
        Assert.Contains("member 1", Assert.Throws<PanameDataException>(() => PrivacyRiskScore.Compute([1, -1], [1])).Message, StringComparison.Ordinal);
}
