using Paname.Attacks.Metrics;

namespace Paname.Attacks.Shadows.Reuse;

/// <summary>
/// One metric of one attack on models that were trained alike on other halves of the records: a claim about the recipe, not about the target's file.
/// </summary>
/// <remarks>
/// Where the attack compares with the other models, each pair of models is compared twice, once from either side: the variance of the mean is up to twice S^2 / k.
/// Standard error and bound allow for that (error 2 to 5 % in simulation at a level of 5 %; mean + t S / sqrt(k) alone errs in 7 to 13 %).
/// </remarks>
public sealed class ModelSpread
{
    private const int FewestForBound = 5;

    internal ModelSpread(string attack, LeakMetric metric, double[] values, bool sharedModels)
    {
        Attack = attack;
        Metric = metric;
        Values = values;
        SharedModels = sharedModels;
        Mean = values.Average();
        StandardDeviation = Math.Sqrt(values.Sum(v => (v - Mean) * (v - Mean)) / (values.Length - 1));
        StandardError = StandardDeviation * Math.Sqrt((sharedModels ? 2.0 : 1.0) / values.Length);
    }

    /// <summary>The attack's name.</summary>
    public string Attack { get; }

    /// <summary>The metric.</summary>
    public LeakMetric Metric { get; }

    /// <summary>The metric of each model, in the order of the shadow models; 4 at least.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Whether the attack compares a target with the other models; an attack on outputs alone does not, its targets are independent.</summary>
    public bool SharedModels { get; }

    /// <summary>The mean over models.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation between models (n - 1): how far one trained model lies from another.</summary>
    public double StandardDeviation { get; }

    /// <summary>The standard error of the mean, allowing for shared models.</summary>
    public double StandardError { get; }

    /// <summary>The smallest value.</summary>
    public double Minimum => Values.Min();

    /// <summary>The largest value.</summary>
    public double Maximum => Values.Max();

    /// <summary>The one-sided upper bound of what the recipe gives in the mean: mean + t[1 - level, k - 1] standard errors, at most 1.</summary>
    /// <param name="level">Error rate, above 0 and at most 0.5; 0.05 by default.</param>
    /// <returns>The bound; <see langword="null"/> with fewer than 5 models, which say too little about a recipe.</returns>
    public double? UpperBound(double level = 0.05)
    {
        MetricArguments.CheckLevel(level);
        return Values.Count < FewestForBound ? null : Math.Min(1, Mean + (Quantiles.StudentTUpper(level, Values.Count - 1) * StandardError));
    }
}
