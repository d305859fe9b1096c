using Paname.Attacks.Learning;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>A classifier of members on the target's own outputs, cross-fitted.</summary>
internal sealed class ClassifierAttack(AttackClassifierOptions options) : IMembershipAttack
{
    private readonly OutputFeatures _features = new(options.Features);

    public string Name => "AttackClassifier";

    public string Source => "Salem, Zhang, Humbert, Berrang, Fritz, Backes: ML-Leaks: Model and Data Independent Membership Inference Attacks and Defenses on Machine Learning Models (2019)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => _features.Unavailable(view);

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(run);
        return CrossFit.Score(Name, observations, run, FitAndScore, options.Learner.Name + " on outputs");

        double[] FitAndScore(IReadOnlyList<int> fit, IReadOnlyList<int> others, int seed)
        {
            IBinaryModel model = options.Learner.Fit(
                _features.Table(observations.Outputs, observations.LabelSpan, fit), [.. fit.Select(record => record < observations.Members)], seed, run.CancellationToken);
            return model.Predict(_features.Table(observations.Outputs, observations.LabelSpan, others));
        }
    }
}
