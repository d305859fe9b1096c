using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>Each threshold of the rule by itself, from just below and just above.</summary>
public sealed class ShadowMismatchThresholdTests
{
    // Records without number: the spread of the shadow models decides, not the binomial one.
    private const int Many = 1_000_000_000;

    [Theory]
    [InlineData(0.5, 0.019, ShadowMismatchLevel.None)]
    [InlineData(0.5, 0.021, ShadowMismatchLevel.Warning)]
    [InlineData(0.5, 0.099, ShadowMismatchLevel.Warning)]
    [InlineData(0.5, 0.101, ShadowMismatchLevel.Gross)]
    public void Held_out_accuracy_alone(double theirs, double by, ShadowMismatchLevel expected)
    {
        // No training records, as offline: neither training accuracy nor a gap speaks.
        Assert.Equal(expected, Level(new ShadowFit(0, Many, null, theirs + by, null, null), Fit(i => new ShadowFit(0, Many, null, theirs + Jitter(i), null, null))));
        Assert.Equal(expected, Level(new ShadowFit(0, Many, null, theirs - by, null, null), Fit(i => new ShadowFit(0, Many, null, theirs + Jitter(i), null, null))));
    }

    [Theory]
    [InlineData(.09, .00, ShadowMismatchLevel.Warning)]
    [InlineData(.15, .00, ShadowMismatchLevel.Gross)]
    [InlineData(.15, .06, ShadowMismatchLevel.Warning)]
    public void The_gap_between_the_accuracies_is_gross_by_itself(double training, double heldOut, ShadowMismatchLevel expected)
        => Assert.Equal(expected, Level(
            new ShadowFit(Many, Many, .7 + training, .6 + heldOut, null, null), Fit(i => new ShadowFit(Many, Many, .7 + Jitter(i), .6 + Jitter(i), null, null))));

    [Theory]
    [InlineData(1.45, 0, ShadowMismatchLevel.None)]
    [InlineData(1.55, 0, ShadowMismatchLevel.Warning)]
    [InlineData(1 / 1.55, 0, ShadowMismatchLevel.Warning)]
    [InlineData(20, 0, ShadowMismatchLevel.Warning)]
    [InlineData(20, .03, ShadowMismatchLevel.Gross)]
    [InlineData(9, .03, ShadowMismatchLevel.Warning)]
    public void The_training_loss_is_gross_beside_an_accuracy_only(double factor, double accuracy, ShadowMismatchLevel expected)
        => Assert.Equal(expected, Level(
            new ShadowFit(Many, Many, .9 + accuracy, .8, .1 * factor, .5),
            Fit(i => new ShadowFit(Many, Many, .9 + Jitter(i), .8 + Jitter(i), .1 * (1 + Jitter(i)), .5 * (1 + Jitter(i))))));

    [Theory]
    // t[1 - .00135, 3] sqrt(1 + 1/4) = 10.3068 standard deviations of four models (scipy stats.t.ppf).
    [InlineData(10.2, ShadowMismatchLevel.None)]
    [InlineData(10.4, ShadowMismatchLevel.Warning)]
    public void The_prediction_interval_is_that_of_one_more_model(double deviations, ShadowMismatchLevel expected)
    {
        // -1, -1, 1, 1 hundredths about .5: the standard deviation is .01 sqrt(4/3).
        double deviation = .005 * Math.Sqrt(4 / 3.0);
        Assert.Equal(expected, Level(
            new ShadowFit(0, Many, null, .5 + (deviations * deviation), null, null),
            [.. Enumerable.Range(0, 4).Select(i => new ShadowFit(0, Many, null, .5 + (i < 2 ? -.005 : .005), null, null))]));
    }

    private static double Jitter(int i) => i % 2 == 0 ? 1e-5 : -1e-5;

    private static ShadowFit[] Fit(Func<int, ShadowFit> of) => [.. Enumerable.Range(0, 8).Select(of)];

    private static ShadowMismatchLevel Level(ShadowFit target, ShadowFit[] shadows) => ShadowMismatch.Judge(target, shadows).Level;
}
