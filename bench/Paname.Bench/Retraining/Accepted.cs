using Paname.Attacks.Metrics;
using Paname.Testing;

namespace Paname.Bench.Retraining;

/// <summary>Writes retrained models down as baselines, and holds others against them.</summary>
internal static class Accepted
{
    private const double Margin = .03;
    private const double Tolerance = 1e-9;

    /// <summary>Whether a model is worse than a baseline that rests on some others, the first of which was accepted first.</summary>
    internal static bool IsWorse(IReadOnlyList<RetrainedModel> accepted, RetrainedModel now, bool paired)
        => BaselineComparison.Of(Of(accepted), Received(now, paired ? accepted[0] : null)).Metrics.Any(metric => metric.Outcome == BaselineOutcome.Worse);

    /// <summary>The smallest worsening of the loss attack's AUC that is seen four times in five.</summary>
    internal static double SeenFrom(IReadOnlyList<RetrainedModel> accepted, RetrainedModel now, bool paired)
        => BaselineComparison.Of(Of(accepted), Received(now, paired ? accepted[0] : null)).Metrics.Single(metric => metric.Name == "Loss auc").Mde!.Value;

    private static Baseline Of(IReadOnlyList<RetrainedModel> models) => Write(models[0], attack =>
    {
        double[] values = [.. models.Select(model => model.Estimates[attack].Value)];
        var retrainings = new BaselineRetrainings(values, [.. models.Select(model => model.Fingerprint)]);
        return (retrainings, new BaselineAnchor(retrainings.Mean, models[0].Estimates[attack].StandardError, retrainings.Count, retrainings.StandardDeviation), null);
    });

    private static Baseline Received(RetrainedModel model, RetrainedModel? previous) => Write(model, attack =>
    {
        BoundedEstimate auc = model.Estimates[attack];
        return (new BaselineRetrainings([auc.Value], [model.Fingerprint]), new BaselineAnchor(auc.Value, auc.StandardError, 1, null), previous is null ? null : Paired(model, previous, attack));
    });

    private static double Paired(RetrainedModel first, RetrainedModel second, string attack)
    {
        double[] one = first.Scores[attack];
        double[] other = second.Scores[attack];
        return Math.Sqrt(PairedDeLong.Compare(one.AsSpan(0, first.Members), one.AsSpan(first.Members), other.AsSpan(0, first.Members), other.AsSpan(first.Members)).Variance);
    }

    private static Baseline Write(RetrainedModel model, Func<string, (BaselineRetrainings Retrainings, BaselineAnchor Anchor, double? Paired)> rest) => new()
    {
        Test = "Retraining.Bench",
        Subject = new BaselineSubject
        {
            Target = "credit.onnx",
            TargetFingerprint = model.Fingerprint,
            DataFingerprint = model.Data,
            Members = model.Members,
            NonMembers = model.NonMembers,
            AttackSet = "smoke/1",
            Seed = 1,
            PanameVersion = "0",
        },
        Margin = Margin,
        Tolerance = Tolerance,
        Metrics = model.Estimates.ToDictionary(attack => attack.Key + " auc", attack =>
        {
            (BaselineRetrainings retrainings, BaselineAnchor anchor, double? paired) = rest(attack.Key);
            return new BaselineMetric
            {
                Estimate = attack.Value.Value,
                Lower = attack.Value.Lower,
                Upper = attack.Value.Upper,
                StandardError = attack.Value.StandardError,
                Members = model.Members,
                NonMembers = model.NonMembers,
                Gated = true,
                Retrainings = retrainings,
                Anchor = anchor,
                PairedStandardError = paired,
            };
        }),
    };
}
