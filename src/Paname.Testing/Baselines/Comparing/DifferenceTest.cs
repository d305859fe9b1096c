using MathNet.Numerics.Distributions;

namespace Paname.Testing;

/// <summary>
/// The one-sided test of a new value against the mean of k retrainings. Up to four, the spread of training seeds is hardly known: at least
/// <see cref="FewSeedDeviation"/> is allowed for it beside the error over records, and the test is a normal one. From five on, the new value is held against the prediction
/// interval of the retrainings (Student's t with k - 1 degrees of freedom).
/// </summary>
/// <param name="Worsening">New value less mean, positive when worse.</param>
/// <param name="StandardError">Its standard error, above 0.</param>
/// <param name="Freedom">Degrees of freedom, or <see langword="null"/> for a normal test.</param>
internal readonly record struct DifferenceTest(double Worsening, double StandardError, int? Freedom)
{
    internal const double Level = .05;

    internal const double Power = .8;

    internal const int EnoughRetrainings = 5;

    internal const double FewSeedDeviation = .005;

    internal const double LeastSeedDeviation = .002;

    /// <summary>A test of a worsening.</summary>
    /// <param name="worsening">New value less the mean, positive when worse.</param>
    /// <param name="retrainings">How many retrainings the mean is of.</param>
    /// <param name="deviation">Their standard deviation.</param>
    /// <param name="recordVariance">The variance of the difference over records.</param>
    /// <param name="sameRecords">Whether all were measured on the same records. Retrainings on other records do not show the luck of records, which then counts beside that of seeds.</param>
    internal static DifferenceTest Of(double worsening, int retrainings, double? deviation, double recordVariance, bool sameRecords)
    {
        bool enough = retrainings >= EnoughRetrainings;
        double spread = Math.Max(deviation ?? 0, enough ? LeastSeedDeviation : FewSeedDeviation);
        double seedVariance = spread * spread * (1 + (1.0 / retrainings));
        double variance = enough && sameRecords ? seedVariance : recordVariance + seedVariance;
        return new DifferenceTest(worsening, Math.Sqrt(variance), enough ? retrainings - 1 : null);
    }

    /// <summary>The p-value of "worse".</summary>
    internal double PWorse => Below(-Worsening / StandardError);

    /// <summary>The p-value of "better".</summary>
    internal double PBetter => Below(Worsening / StandardError);

    /// <summary>Half the width of the interval whose ends are one-sided 95 % bounds.</summary>
    internal double Reach => Quantile(1 - Level) * StandardError;

    /// <summary>The smallest worsening seen four times in five.</summary>
    internal double Mde => Reach + (Quantile(Power) * StandardError);

    /// <summary>The probability that a true worsening is seen at the 5 % level, by a shift of the test's own distribution.</summary>
    internal double PowerAt(double worsening) => Below((worsening / StandardError) - Quantile(1 - Level));

    private double Below(double statistic)
        => Freedom is { } freedom ? StudentT.CDF(0, 1, freedom, statistic) : Normal.CDF(0, 1, statistic);

    private double Quantile(double probability)
        => Freedom is { } freedom ? StudentT.InvCDF(0, 1, freedom, probability) : Normal.InvCDF(0, 1, probability);
}
