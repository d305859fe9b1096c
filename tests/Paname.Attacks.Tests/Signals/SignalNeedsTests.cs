using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Signals;

public sealed class SignalNeedsTests
{
    private static readonly ISignal[] All =
        [Signal.Loss, Signal.Confidence, Signal.ScaledLogit, Signal.Hinge, Signal.Entropy, Signal.ModifiedEntropy, Signal.Correctness];

    [Theory]
    [InlineData(OutputKind.Logits, true, "")]
    [InlineData(OutputKind.Probabilities, true, "")]
    [InlineData(OutputKind.Logits, false, "Loss Confidence ScaledLogit Hinge ModifiedEntropy Correctness")]
    [InlineData(OutputKind.LabelsOnly, true, "Loss Confidence ScaledLogit Hinge Entropy ModifiedEntropy")]
    [InlineData(OutputKind.Losses, true, "Confidence ScaledLogit Hinge Entropy ModifiedEntropy Correctness")]
    public void Unavailable_names_what_is_missing(OutputKind kind, bool labels, string unavailable)
    {
        var view = new AttackerView(kind, 3, labels);
        ISignal[] missing = [.. All.Where(signal => signal.Unavailable(view) is not null)];
        Assert.Equal(unavailable, string.Join(' ', missing.Select(signal => signal.Name)));
        Assert.All(missing, signal => Assert.StartsWith("needs ", signal.Unavailable(view), StringComparison.Ordinal));
    }

    [Fact]
    public void Label_that_is_no_class_names_the_record()
    {
        var outputs = new TargetOutputs(OutputKind.Logits, 2, new double[] { 1, 0, 0, 1 });
        var error = Assert.Throws<PanameDataException>(() => Signal.Loss.Compute(outputs, [0, 2], new double[2]));
        Assert.Equal("The label of record 2 is no class of the model, which tells 2 apart. Check the label map.", error.Message);
    }

    [Fact]
    public void Signal_that_cannot_be_computed_throws()
        => Assert.Equal(
            "Entropy needs logits or probabilities.",
            Assert.Throws<PanameDataException>(() => Signal.Entropy.Compute(new TargetOutputs(OutputKind.LabelsOnly, 2, new double[] { 1 }), [], new double[1])).Message);

    [Fact]
    public void Inputs_are_not_changed()
    {
        double[] values = [1, 2, -3, .5, .25, 0];
        double[] before = [.. values];
        var outputs = new TargetOutputs(OutputKind.Logits, 3, values);
        foreach (ISignal signal in All)
        {
            signal.Compute(outputs, [0, 1], new double[2]);
        }

        Assert.Equal(before, values);
    }
}
