namespace Paname.Testing;

/// <summary>What holds of the numbers of every baseline, read or measured: each in its range, none against another.</summary>
internal static class BaselineCheck
{
    private const double LargestTolerance = 1e-6;

    private static readonly string[] Kinds = [AcceptanceKind.Worse, AcceptanceKind.NewAnchor, AcceptanceKind.Changed, AcceptanceKind.UnnamedModel];

    internal static void Check(Baseline baseline, FieldPath path)
    {
        Text(baseline.Test, path["test"]);
        Require(baseline.Margin is > 0 and <= .5, path["margin"], "lies outside its range: above 0, at most 0.5");
        Require(baseline.Tolerance is >= 0 and <= LargestTolerance, path["tolerance"], "lies outside its range: from 0 to 1E-06");
        Subject(baseline.Subject, path["subject"]);
        Require(baseline.Metrics.Count > 0, path["metrics"], "is empty");
        Require(baseline.Metrics.Values.Any(metric => metric.Gated), path["metrics"], "holds no gated metric, so nothing could fail");
        foreach ((string name, BaselineMetric metric) in baseline.Metrics)
        {
            Text(name, path["metrics"]);
            Metric(name, metric, baseline.Subject, path["metrics"][name]);
        }

        foreach ((string name, string reason) in baseline.NotApplicable)
        {
            Text(name, path["notApplicable"]);
            Text(reason, path["notApplicable"][name]);
        }

        Proposal(baseline, path["proposal"]);
        foreach (BaselineAcceptance acceptance in baseline.Acceptances)
        {
            Text(acceptance.Reason, path["acceptances"]["reason"]);
            foreach (string move in acceptance.Metrics)
            {
                Text(move, path["acceptances"]["metrics"]);
            }

            Require(Kinds.Contains(acceptance.Kind), path["acceptances"]["kind"], "is none of " + string.Join(", ", Kinds.Select(kind => $"\"{kind}\"")));
        }
    }

    private static void Subject(BaselineSubject subject, FieldPath path)
    {
        Text(subject.Target, path["target"]);
        Text(subject.TargetFingerprint ?? "none", path["targetFingerprint"]);
        Text(subject.DataFingerprint, path["dataFingerprint"]);
        Text(subject.AttackSet, path["attackSet"]);
        Text(subject.PanameVersion, path["panameVersion"]);
        Require(subject.Members >= 1, path["members"], "is less than 1");
        Require(subject.NonMembers >= 1, path["nonMembers"], "is less than 1");
    }

    private static void Metric(string name, BaselineMetric metric, BaselineSubject subject, FieldPath path)
    {
        Value(name, metric.Estimate, path["estimate"]);
        Value(name, metric.Lower, path["lower"]);
        Value(name, metric.Upper, path["upper"]);
        Error(name, metric.StandardError, path["standardError"]);
        Require(metric.Lower <= metric.Estimate, path["lower"], "lies above the estimate");
        Require(metric.Estimate <= metric.Upper, path["upper"], "lies below the estimate");
        Require(metric.Members >= 1, path["members"], "is less than 1");
        Require(metric.NonMembers >= 1, path["nonMembers"], "is less than 1");
        if (!MetricNames.IsUtility(name))
        {
            Require(metric.Members <= subject.Members, path["members"], "is more than were audited");
            Require(metric.NonMembers <= subject.NonMembers, path["nonMembers"], "is more than were audited");
        }

        if (metric.PairedStandardError is { } paired)
        {
            Error(name, paired, path["pairedStandardError"]);
        }

        Retrainings(name, metric, subject, path["retrainings"]);
        Anchor(name, metric.Anchor, path["anchor"]);
    }

    private static void Retrainings(string name, BaselineMetric metric, BaselineSubject subject, FieldPath path)
    {
        (IReadOnlyList<double> values, IReadOnlyList<string?> models) = metric.Retrainings;
        Require(values.Count > 0, path["values"], "is empty");
        Require(values.Count == models.Count, path["models"], "does not name one model for each value");
        foreach (double value in values)
        {
            Value(name, value, path["values"]);
        }

        Require(values[0].Equals(metric.Estimate), path["values"], "does not begin with the estimate");
        Require(models[0] == subject.TargetFingerprint, path["models"], "does not begin with the subject's model");
        string[] named = [.. models.OfType<string>()];
        Require(named.Distinct(StringComparer.Ordinal).Count() == named.Length, path["models"], "names a model twice: that is no retraining");
        foreach (string model in named)
        {
            Text(model, path["models"]);
        }
    }

    private static void Anchor(string name, BaselineAnchor anchor, FieldPath path)
    {
        Value(name, anchor.Mean, path["mean"]);
        Error(name, anchor.StandardError, path["standardError"]);
        Require(anchor.Count >= 1, path["count"], "is less than 1");
        Require(anchor.StandardDeviation is null == (anchor.Count == 1), path["standardDeviation"], "must be given if, and only if, there are several retrainings");
        if (anchor.StandardDeviation is { } deviation)
        {
            Error(name, deviation, path["standardDeviation"]);
        }

        Text(anchor.DataFingerprint ?? "none", path["dataFingerprint"]);
    }

    private static void Proposal(Baseline baseline, FieldPath path)
    {
        if (baseline.Proposal is not { } proposal)
        {
            return;
        }

        Text(proposal.TargetFingerprint ?? "none", path["targetFingerprint"]);
        Require(proposal.Estimates.Count > 0, path["estimates"], "is empty");
        foreach ((string name, double estimate) in proposal.Estimates)
        {
            Require(baseline.Metrics.ContainsKey(name), path["estimates"][name], "is no metric of the baseline");
            Value(name, estimate, path["estimates"][name]);
        }
    }

    private static void Value(string name, double value, FieldPath path)
        => Require(MetricNames.IsShare(name) ? value is >= 0 and <= 1 : double.IsFinite(value), path, MetricNames.IsShare(name) ? "lies outside 0 to 1" : "is not finite");

    /// <summary>No share of records, and no spread of shares, has a standard deviation above 0.5 (0.71 for two values).</summary>
    private static void Error(string name, double value, FieldPath path)
        => Require(MetricNames.IsShare(name) ? value is >= 0 and <= .75 : value >= 0 && double.IsFinite(value), path, "is not a standard error of such a metric");

    /// <summary>Texts stand in messages and build logs, where a line of their own could pass for another's.</summary>
    private static void Text(string text, FieldPath path)
    {
        Require(!string.IsNullOrWhiteSpace(text), path, "is empty");
        Require(!text.Any(char.IsControl), path, "holds a line break or another control character");
    }

    private static void Require(bool holds, FieldPath path, string problem)
    {
        if (!holds)
        {
            throw path.Error(problem);
        }
    }
}
