using Paname.Attacks.Data;
using Paname.Attacks.Learning;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>How far a record's score lies above what a regression on non-members finds usual for a record like it.</summary>
internal sealed class QuantileRegressionAttack(QmiaOptions options) : IMembershipAttack
{
    public string Name => "QMIA";

    public string Source => "Bertran, Tang, Kearns, Morgenstern, Roth, Wu: Scalable Membership Inference Attacks via Quantile Regression (2023)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return SignalNeeds.ScoresAndLabels(view) ?? (view.Features is null ? "needs the audited records, as numbers" : null);
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(run);
        if (observations.Access is null)
        {
            throw new PanameDataException($"{Name} needs the audited records, as numbers.");
        }

        FeatureMatrix inputs = FeatureMatrix.Of(observations.Access.Records);
        int[] columns = [.. Enumerable.Range(0, inputs.Width)];
        var scores = new double[observations.Outputs.Count];
        ISignal signal = options.Score == QmiaScore.Hinge ? Signal.Hinge : Signal.ScaledLogit;
        signal.Compute(observations.Outputs, observations.LabelSpan, scores);
        string head = options.Head == QmiaHead.Gaussian ? "mean and spread" : FormattableString.Invariant($"{options.Levels.Count} quantiles");
        return CrossFit.Score(Name, observations, run, FitAndScore, $"{head} of the score, regressed by boosted trees on non-members only");

        double[] FitAndScore(IReadOnlyList<int> fit, IReadOnlyList<int> others, int seed)
        {
            int[] nonMembers = [.. fit.Where(record => record >= observations.Members)];
            FeatureTable known = Table(nonMembers);
            double[] usual = Array.ConvertAll(nonMembers, record => scores[record]);
            IScoreDistribution distribution = options.Head == QmiaHead.Gaussian
                ? GaussianDistribution.Fit(known, usual, options, seed, run.CancellationToken)
                : QuantileDistribution.Fit(known, usual, options, seed, run.CancellationToken);
            return distribution.Excess(Table(others), [.. others.Select(record => scores[record])]);
        }

        FeatureTable Table(IReadOnlyList<int> records) => RecordTable.Of(inputs, observations.Labels!, observations.Outputs.Classes, records, columns);
    }
}
