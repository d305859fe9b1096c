namespace Paname.Testing.Tests.Baselines;

/// <summary>Runs and baselines to compare, built from a few numbers.</summary>
internal static class Runs
{
    internal const string Auc = "Loss auc";

    internal static readonly DateOnly Today = new(2026, 3, 1);

    /// <summary>A run of one model on the data "data" with 2,200 records per side.</summary>
    internal static Baseline Of(string? model, params (string Name, double Estimate)[] metrics)
    {
        var subject = new BaselineSubject
        {
            Target = "credit.onnx",
            TargetFingerprint = model,
            DataFingerprint = "data",
            Members = 2200,
            NonMembers = 2200,
            AttackSet = "smoke/1",
            Seed = 1,
            PanameVersion = "0.1.0",
        };
        return new Baseline
        {
            Test = "CreditTests.Leaks_no_more",
            Subject = subject,
            Margin = .05,
            Tolerance = 1e-9,
            Metrics = metrics.ToDictionary(metric => metric.Name, metric => Metric(model, metric.Estimate, .008)),
        };
    }

    internal static Baseline Run(string? model, double auc) => Of(model, (Auc, auc));

    internal static BaselineMetric Metric(string? model, double estimate, double standardError) => new()
    {
        Estimate = estimate,
        Lower = Math.Max(0, estimate - (1.645 * standardError)),
        Upper = Math.Min(1, estimate + (1.645 * standardError)),
        StandardError = standardError,
        Members = 2200,
        NonMembers = 2200,
        Gated = true,
        Retrainings = new BaselineRetrainings([estimate], [model]),
        Anchor = new BaselineAnchor(estimate, standardError, 1, null),
    };

    /// <summary>What is stored when the run is the first to be accepted.</summary>
    internal static Baseline First(Baseline run) => BaselineAccepting.Apply(null, run, new AcceptRequest { Retraining = true }, Today).Accepted!;

    /// <summary>The run with one of its metrics changed.</summary>
    internal static Baseline With(this Baseline run, string name, Func<BaselineMetric, BaselineMetric> change)
        => run with { Metrics = new Dictionary<string, BaselineMetric>(run.Metrics) { [name] = change(run.Metrics[name]) } };

    /// <summary>The run with all of its metrics changed.</summary>
    internal static Baseline WithEach(this Baseline run, Func<BaselineMetric, BaselineMetric> change)
        => run with { Metrics = run.Metrics.ToDictionary(metric => metric.Key, metric => change(metric.Value)) };

    /// <summary>The baseline resting on these retrainings, its anchor on the same.</summary>
    internal static Baseline Retrained(this Baseline verified, string name, params double[] values) => verified.With(name, metric =>
    {
        var retrainings = new BaselineRetrainings(values, [.. values.Select((_, i) => i == 0 ? verified.Subject.TargetFingerprint : $"retraining {i}")]);
        return metric with
        {
            Estimate = values[0],
            Lower = Math.Min(metric.Lower, values[0]),
            Upper = Math.Max(metric.Upper, values[0]),
            Retrainings = retrainings,
            Anchor = new BaselineAnchor(retrainings.Mean, metric.StandardError, values.Length, retrainings.StandardDeviation),
        };
    });
}
