using System.Diagnostics.CodeAnalysis;

namespace Paname.Testing;

/// <summary>
/// A run held against what was last accepted: worse, same or better beyond what records and the luck of training seeds explain. Each gated metric of another model is tested one-sided
/// against the mean of the accepted retrainings and, where that differs, against the anchor at half the level each; all gated metrics are one family (Holm, 5 %). The same model, data
/// and seed must give the same numbers.
/// </summary>
public sealed class BaselineComparison
{
    private BaselineComparison(Baseline? verified, Baseline received, BaselineOutcome outcome, IReadOnlyList<ComparedMetric> compared)
    {
        Verified = verified;
        Received = received;
        Outcome = outcome;
        Compared = compared;
        Metrics = [.. compared.Select(metric => metric.Row)];
    }

    /// <summary>The overall outcome: changed, else worse, else inconclusive, else better, else same.</summary>
    public BaselineOutcome Outcome { get; }

    /// <summary>Whether the test passes: same or better.</summary>
    public bool Holds => Outcome is BaselineOutcome.Same or BaselineOutcome.Better;

    /// <summary>The metrics, gated ones first, then by name.</summary>
    public IReadOnlyList<BaselineMetricComparison> Metrics { get; }

    /// <summary>What is measured otherwise than in the baseline: "seed: 1 -> 2"; empty when nothing is.</summary>
    public IReadOnlyList<string> Changes => [.. SetUp.Select(change => change.ToString())];

    /// <summary>The baseline, or <see langword="null"/> when there is none or it cannot be read.</summary>
    public Baseline? Verified { get; }

    /// <summary>The run.</summary>
    public Baseline Received { get; }

    /// <summary>The outcome in one sentence.</summary>
    public string Headline => new BaselineText(this).Headline();

    /// <summary>The judgement as a work item: the headline, a table of metrics, what changed, the rule, what to do next.</summary>
    public string Message => new BaselineText(this).Write();

    internal IReadOnlyList<ComparedMetric> Compared { get; }

    internal IReadOnlyList<SetUpChange> SetUp { get; private init; } = [];

    /// <summary>The command that repeats the run.</summary>
    [AllowNull]
    internal string Replay { get => field ?? Commands.Replay(Received); private init; }

    /// <summary>Why the baseline cannot be read.</summary>
    internal string? Problem { get; private init; }

    /// <summary>Compares a run with its baseline.</summary>
    /// <param name="verified">What was last accepted, or <see langword="null"/> when nothing was.</param>
    /// <param name="received">The run, as a baseline of one retraining.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">A number is out of range or contradicts another, or the run rests on several retrainings.</exception>
    public static BaselineComparison Of(Baseline? verified, Baseline received) => Of(verified, received, replay: null);

    /// <summary>The outcome of a baseline that cannot be read.</summary>
    /// <param name="received">The run.</param>
    /// <param name="problem">What is wrong with the file: the message of the error.</param>
    /// <returns>The comparison; it fails.</returns>
    /// <exception cref="ArgumentException">The problem is blank.</exception>
    /// <exception cref="Paname.Attacks.Data.PanameDataException">A number of the run is out of range or contradicts another.</exception>
    public static BaselineComparison Unreadable(Baseline received, string problem) => Unreadable(received, problem, replay: null);

    internal static BaselineComparison Of(Baseline? verified, Baseline received, string? replay)
    {
        ArgumentNullException.ThrowIfNull(received);
        ReceivedRun.Check(received);
        if (verified is null)
        {
            return new BaselineComparison(null, received, BaselineOutcome.Missing, ReceivedRun.Planned(received)) { Replay = replay };
        }

        BaselineCheck.Check(verified, new FieldPath(verified.Test));
        var comparer = new MetricComparer(verified, received);
        IReadOnlyList<SetUpChange> changes = SetUpChanges.Of(verified, received);
        IReadOnlyList<ComparedMetric> judged = FamilyJudge.Judge(
            [
                .. verified.Metrics.Keys.Union(received.Metrics.Keys).Select(comparer.Compare)
                    .OrderByDescending(metric => metric.Row.Gated).ThenBy(metric => MetricNames.IsUtility(metric.Row.Name)).ThenBy(metric => metric.Row.Name, StringComparer.Ordinal),
            ],
            received.Margin);
        return new BaselineComparison(verified, received, FamilyJudge.Overall(judged, changes.Count > 0), judged) { SetUp = changes, Replay = replay };
    }

    internal static BaselineComparison Unreadable(Baseline received, string problem, string? replay)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentException.ThrowIfNullOrWhiteSpace(problem);
        ReceivedRun.Check(received);
        return new BaselineComparison(null, received, BaselineOutcome.Unreadable, ReceivedRun.Planned(received)) { Problem = problem, Replay = replay };
    }
}
