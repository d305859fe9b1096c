using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.Signals;

/// <summary>Signals of single records worked out by hand or by two independent implementations.</summary>
public sealed class SignalKnownAnswerTests
{
    // The known answers are printed with eight digits; one of them is off by 2 in the last (the scaled logit .98185007).
    private const int Digits = 7;

    [Theory]
    [InlineData(new double[] { 1, 2, -3 }, 1, .72747516, .31817543, .98185009, 1)]
    [InlineData(new double[] { -1, 1, 0 }, 2, .24472847, 1.40760596, -1.12692802, -1)]
    public void From_logits(double[] logits, int label, double confidence, double loss, double scaledLogit, double hinge)
    {
        var outputs = new TargetOutputs(OutputKind.Logits, logits.Length, logits);
        Assert.Equal(confidence, One(Signal.Confidence, outputs, label), Digits);
        Assert.Equal(loss, One(Signal.Loss, outputs, label), Digits);
        Assert.Equal(scaledLogit, One(Signal.ScaledLogit, outputs, label), Digits);
        Assert.Equal(hinge, One(Signal.Hinge, outputs, label), Digits);
    }

    [Theory]
    [InlineData(new[] { .1, .85, .05 }, 1, .16251893, 1.73460106)]
    [InlineData(new[] { .1, .5, .4 }, 2, .91629073, -.40546511)]
    public void From_probabilities(double[] probabilities, int label, double loss, double scaledLogit)
    {
        var outputs = new TargetOutputs(OutputKind.Probabilities, probabilities.Length, probabilities);
        Assert.Equal(loss, One(Signal.Loss, outputs, label), Digits);
        Assert.Equal(scaledLogit, One(Signal.ScaledLogit, outputs, label), Digits);
    }

    [Fact]
    public void Loss_of_four_classes()
        => Assert.Equal(1.4401897, One(Signal.Loss, new TargetOutputs(OutputKind.Logits, 4, new double[] { 1, 2, 0, -1 }), 0), 7);

    [Fact]
    public void Scaled_logit_of_far_logits_is_exact()
        => Assert.Equal(1000, One(Signal.ScaledLogit, new TargetOutputs(OutputKind.Logits, 3, new double[] { 1000, 0, -1000 }), 0));

    [Fact]
    public void Loss_of_a_certain_record_keeps_its_order()
    {
        // exp(-300) is far below the resolution of 1 - p, and still a float64.
        var outputs = new TargetOutputs(OutputKind.Logits, 2, new double[] { 300, 0, 301, 0 });
        var loss = new double[2];
        Signal.Loss.Compute(outputs, [0, 0], loss);
        Assert.Equal(Math.Exp(-300), loss[0], 1e-140);
        Assert.True(loss[1] > 0 && loss[1] < loss[0]);
    }

    [Fact]
    public void Entropy_and_modified_entropy()
    {
        var outputs = new TargetOutputs(OutputKind.Probabilities, 3, new[] { .1, .2, .7 });
        Assert.Equal(.8018185525, One(Signal.Entropy, outputs, 0), 10);
        Assert.Equal(.1621672450, One(Signal.ModifiedEntropy, outputs, 2), 10);
        Assert.Equal(2.9597362570, One(Signal.ModifiedEntropy, outputs, 0), 10);
    }

    [Theory]
    [InlineData(new[] { .8, .2 }, 0, 2.7725887)]
    [InlineData(new[] { .2, .5, .3 }, 1, .8472979)]
    public void Hinge_of_log_odds(double[] probabilities, int label, double expected)
        => Assert.Equal(expected, One(Signal.Hinge, new TargetOutputs(OutputKind.Probabilities, probabilities.Length, probabilities), label), 7);

    [Theory]
    [InlineData(OutputKind.Logits, new[] { 0d, 2, 1 }, 1, 1)]
    [InlineData(OutputKind.Logits, new[] { 0d, 2, 1 }, 2, 0)]
    [InlineData(OutputKind.Logits, new[] { 2d, 2, 1 }, 0, 1)]
    [InlineData(OutputKind.LabelsOnly, new[] { 2d }, 2, 1)]
    public void Correctness_compares_the_first_largest(OutputKind kind, double[] row, int label, double expected)
        => Assert.Equal(expected, One(Signal.Correctness, new TargetOutputs(kind, 3, row), label));

    [Fact]
    public void Losses_are_taken_as_given()
        => Assert.Equal(.25, One(Signal.Loss, new TargetOutputs(OutputKind.Losses, 1, new[] { .25 }), 0));

    [Fact]
    public void Saturated_probabilities_are_capped_and_counted()
    {
        var outputs = new TargetOutputs(OutputKind.Probabilities, 2, new[] { 1, 0, .5, .5, 0d, 1 });
        var values = new double[3];
        Signal.ScaledLogit.Compute(outputs, [0, 0, 0], values);
        Assert.Equal(Math.Log(1e45), values[0], 10);
        Assert.Equal(0, values[1], 10);
        Assert.Equal(-Math.Log(1e45), values[2], 10);
        Assert.Equal(2, Saturation.Count(outputs, [0, 0, 0]));
    }

    private static double One(ISignal signal, TargetOutputs outputs, int label)
    {
        var value = new double[1];
        signal.Compute(outputs, [label], value);
        return value[0];
    }
}
