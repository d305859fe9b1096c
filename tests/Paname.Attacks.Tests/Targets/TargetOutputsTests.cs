using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Targets;

public sealed class TargetOutputsTests
{
    [Theory]
    [InlineData(OutputKind.Logits, new[] { 0, 1, double.NaN, 2 }, "The model's output for record 2, class 0 is NaN.")]
    [InlineData(OutputKind.Logits, new[] { 0, double.NegativeInfinity, 1, 2 }, "The model's output for record 1, class 1 is an infinity.")]
    [InlineData(OutputKind.Probabilities, new[] { .5, .5, 1.5, -.5 }, "The model's output for record 2, class 0 lies outside 0 to 1")]
    [InlineData(OutputKind.Probabilities, new[] { .5, .5, .9, .9 }, "The model's probabilities for record 2 do not sum to 1.")]
    [InlineData(OutputKind.LabelsOnly, new[] { 0, 1, 2d }, "The model's predicted label for record 3 is not a class from 0 to 1.")]
    [InlineData(OutputKind.LabelsOnly, new[] { 0, .5 }, "The model's predicted label for record 2 is not a class from 0 to 1.")]
    [InlineData(OutputKind.Losses, new[] { .1, -.2 }, "The loss of record 2 is negative.")]
    [InlineData(OutputKind.Losses, new[] { .1, double.NaN }, "The model's output for record 2 is NaN.")]
    [InlineData(OutputKind.Logits, new[] { 1d, 2, 3 }, "3 outputs are not a whole number of rows of 2.")]
    public void Bad_output_names_record_and_class(OutputKind kind, double[] values, string message)
        => Assert.StartsWith(message, Assert.Throws<PanameDataException>(() => new TargetOutputs(kind, 2, values)).Message, StringComparison.Ordinal);

    [Fact]
    public void Records_are_named_as_the_caller_names_them()
        => Assert.Contains(
            "member #1",
            Assert.Throws<PanameDataException>(() => new TargetOutputs(OutputKind.Logits, 2, new[] { double.NaN, 0 }, index => $"member #{index + 1}")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Rounding_of_float32_probabilities_is_accepted()
        => Assert.Equal(1, new TargetOutputs(OutputKind.Probabilities, 3, new[] { .3333333, .3333333, .3333333 }).Count);

    [Fact]
    public void Large_finite_values_whose_sum_overflows_are_accepted()
        => Assert.Equal(1, new TargetOutputs(OutputKind.Logits, 2, new[] { double.MaxValue, double.MaxValue }).Count);
}
