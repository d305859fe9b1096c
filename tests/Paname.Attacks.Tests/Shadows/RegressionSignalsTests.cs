using Paname.Attacks.Data;
using Paname.Attacks.Shadows;

namespace Paname.Attacks.Tests.Shadows;

/// <summary>Residuals of several models as signals.</summary>
public sealed class RegressionSignalsTests
{
    [Fact]
    public void Residuals_are_the_true_value_minus_each_models_prediction()
    {
        ShadowSignals signals = RegressionSignals.Of([10, 20], [9, 12, 10, 20, 25, 19.5], models: 3);
        Assert.Equal((SignalScale.Residual, 2, 3, 1), (signals.Scale, signals.Records, signals.Models, signals.Views));
        Assert.Equal([1, -2, 0, 0, -5, .5], signals.Values.ToArray());
    }

    [Fact]
    public void Observations_of_a_regression_come_together()
    {
        var observations = new ShadowObservations(
            RegressionSignals.Of([10, 20], [9, 12], models: 1),
            RegressionSignals.Of([10, 20], [9, 12, 10, 20], models: 2),
            new InclusionMask(2, 2, [true, false, false, true]));
        Assert.Equal((2, 1, 1, true), (observations.View.Models, observations.View.LeastIn, observations.View.LeastOut, observations.View.Balanced));
    }

    [Fact]
    public void What_is_no_residual_names_the_record()
    {
        Assert.Equal("5 predictions for 2 true values; 3 per record are needed.", Message([1, 2], [1, 2, 3, 4, 5]));
        Assert.StartsWith("The true value of record 2 is not a finite number.", Message([1, double.NaN], [1, 2, 3, 4, 5, 6]), StringComparison.Ordinal);
        Assert.StartsWith("The prediction of record 2 is not a finite number.", Message([1, 2], [1, 2, 3, 4, double.NegativeInfinity, 6]), StringComparison.Ordinal);
        Assert.StartsWith("The residual of record 1 is not a finite number.", Message([double.MaxValue, 2], [1, -double.MaxValue, 3, 4, 5, 6]), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RegressionSignals.Of([], [], 0));

        static string Message(double[] actual, double[] predicted) => Assert.Throws<PanameDataException>(() => RegressionSignals.Of(actual, predicted, 3)).Message;
    }
}
