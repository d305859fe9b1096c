using MathNet.Numerics.Random;
using Paname.Attacks.Learning;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>A classifier fitted on shadow models, whose training records are known, and applied to the target. No record's own membership is used, so all are judged.</summary>
internal sealed class ShadowClassifierAttack(ShadowClassifierOptions options) : IMembershipAttack
{
    private const int EnoughPerClass = 200;

    public string Name => "ShadowClassifier";

    public string Source => "Shokri, Stronati, Song, Shmatikov: Membership Inference Attacks against Machine Learning Models (2017)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new OutputFeatures(options.Features).Unavailable(view) ?? ShadowRows.Unavailable(view) ?? (view.Labels ? null : "needs the true labels");
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(run);
        var seeds = new MersenneTwister(run.Seed, threadSafe: false);
        ShadowRows rows = ShadowRows.Draw(observations, options.MaxRows, seeds.Next());
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        int[][] classes = [.. all.GroupBy(row => observations.Labels![rows.RecordOf(row)]).OrderBy(group => group.Key).Select(group => group.ToArray())];
        bool perClass = options.PerClass switch
        {
            AttackModelPerClass.Always => true,
            AttackModelPerClass.Never => false,
            _ => classes.Length > 1 && Array.TrueForAll(classes, own => Fewer(rows, own) >= EnoughPerClass),
        };
        var scores = new double[observations.Outputs.Count];
        if (!perClass || Array.Exists(classes, own => Fewer(rows, own) == 0))
        {
            Apply(observations, rows, all, [.. Enumerable.Range(0, scores.Length)], AttackFeatures.Label, seeds.Next(), scores, run);
        }

        foreach (int[] own in perClass ? classes.Where(own => Fewer(rows, own) > 0) : [])
        {
            int label = observations.Labels![rows.RecordOf(own[0])];
            int[] records = [.. Enumerable.Range(0, scores.Length).Where(record => observations.Labels[record] == label)];
            Apply(observations, rows, own, records, AttackFeatures.None, seeds.Next(), scores, run);
        }

        string models = perClass ? "one attack model for each class" : "one attack model for all classes, told the class";
        return new AttackScores(scores)
        {
            Notes = [FormattableString.Invariant($"{options.Learner.Name}, {models}, fitted on {rows.Count} outputs of {observations.Shadows!.Inclusion.Models} shadow models")],
        };
    }

    /// <summary>Fits on rows of shadow models and scores records of the target.</summary>
    private void Apply(
        MembershipObservations observations, ShadowRows rows, int[] fit, int[] records, AttackFeatures further, int seed, double[] scores, AttackRun run)
    {
        AttackFeatures told = observations.Outputs.Kind == OutputKind.Losses ? options.Features : options.Features | further;
        var features = new OutputFeatures(told);
        IBinaryModel model = options.Learner.Fit(rows.Table(features, observations.LabelSpan, fit), [.. fit.Select(rows.IsMember)], seed, run.CancellationToken);
        double[] found = model.Predict(features.Table(observations.Outputs, observations.LabelSpan, records));
        for (int i = 0; i < records.Length; i++)
        {
            scores[records[i]] = found[i];
        }
    }

    private static int Fewer(ShadowRows rows, int[] own)
    {
        int members = own.Count(rows.IsMember);
        return Math.Min(members, own.Length - members);
    }
}
