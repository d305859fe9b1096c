namespace Paname.Testing;

/// <summary>Compares one metric of a run with its baseline: exactly when the model is one of those accepted, else statistically.</summary>
internal sealed class MetricComparer(Baseline verified, Baseline received)
{
    private readonly bool _sameRecords = SameRecords(verified.Subject, received.Subject);

    internal static bool SameRecords(BaselineSubject old, BaselineSubject now)
        => old.DataFingerprint == now.DataFingerprint && old.Members == now.Members && old.NonMembers == now.NonMembers;

    internal ComparedMetric Compare(string name)
    {
        BaselineMetric? was = verified.Metrics.GetValueOrDefault(name);
        BaselineMetric? now = received.Metrics.GetValueOrDefault(name);
        var row = new BaselineMetricComparison { Name = name, Gated = (now ?? was)!.Gated, Verified = was, Received = now };
        if (was is null || now is null)
        {
            return new ComparedMetric(row with { Outcome = MetricNames.IsUtility(name) ? null : BaselineOutcome.Changed });
        }

        int sign = now.HigherIsWorse ? 1 : -1;
        return AcceptedValue(was) is { } accepted ? Exactly(row, now.Estimate - accepted, accepted, sign) : Statistically(row, was, now, sign);
    }

    private double? AcceptedValue(BaselineMetric was)
    {
        BaselineSubject now = received.Subject;
        if (now.TargetFingerprint is not { } model || !_sameRecords || now.AttackSet != verified.Subject.AttackSet || now.Seed != verified.Subject.Seed)
        {
            return null;
        }

        int at = was.Retrainings.Models.ToList().IndexOf(model);
        return at < 0 ? null : was.Retrainings.Values[at];
    }

    private ComparedMetric Exactly(BaselineMetricComparison row, double difference, double accepted, int sign)
    {
        bool same = Math.Abs(difference) <= verified.Tolerance;
        BaselineOutcome outcome = same ? BaselineOutcome.Same : difference * sign > 0 ? BaselineOutcome.Worse : BaselineOutcome.Better;
        return new ComparedMetric(row with
        {
            Outcome = row.Gated ? outcome : null,
            Reference = accepted,
            Difference = difference,
            StandardError = 0,
            Lower = difference,
            Upper = difference,
            SameModel = true,
            Note = same ? null : "the same model, data and seed gave another number: another engine, version or machine, or an edited file",
        });
    }

    private ComparedMetric Statistically(BaselineMetricComparison row, BaselineMetric was, BaselineMetric now, int sign)
    {
        BaselineRetrainings accepted = was.Retrainings;
        double difference = now.Estimate - accepted.Mean;

        // The previous model was re-scored on the records of this run: on other records its accepted number is not paired with this one.
        double? paired = _sameRecords ? now.PairedStandardError : null;
        double variance = paired is { } error ? error * error : Squares(now.StandardError, was.StandardError);
        DifferenceTest last = DifferenceTest.Of(difference * sign, accepted.Count, accepted.StandardDeviation, variance, _sameRecords);
        DifferenceTest? anchor = Anchor(was, now, sign);
        return new ComparedMetric(row with
        {
            Reference = accepted.Mean,
            Difference = difference,
            StandardError = last.StandardError,
            Lower = difference - last.Reach,
            Upper = difference + last.Reach,
            AnchorDifference = anchor is null ? null : now.Estimate - was.Anchor.Mean,
            PValue = anchor is { } test ? Math.Min(1, 2 * Math.Min(last.PWorse, test.PWorse)) : last.PWorse,
            BetterPValue = last.PBetter,
            Mde = last.Mde,
            Note = now.PairedStandardError is not null && !_sameRecords ? "the previous model was re-scored, but on other records than its accepted number: compared unpaired" : null,
        })
        {
            AnchorDecides = anchor is { } other && other.PWorse < last.PWorse,
        };
    }

    private DifferenceTest? Anchor(BaselineMetric was, BaselineMetric now, int sign)
    {
        BaselineAnchor anchor = was.Anchor;
        if (Math.Abs(anchor.Mean - was.Retrainings.Mean) <= verified.Tolerance)
        {
            return null;
        }

        string records = anchor.DataFingerprint ?? verified.Subject.DataFingerprint;
        return DifferenceTest.Of(
            (now.Estimate - anchor.Mean) * sign,
            anchor.Count,
            anchor.StandardDeviation,
            Squares(now.StandardError, anchor.StandardError),
            records == received.Subject.DataFingerprint);
    }

    private static double Squares(double a, double b) => (a * a) + (b * b);
}
