using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Modified entropy beyond a threshold of the record's class, the thresholds fitted on shadow models.</summary>
internal sealed class ShadowThresholdAttack : IMembershipAttack
{
    public string Name => "ShadowThreshold";

    public string Source => "Song, Mittal: Systematic Evaluation of Privacy Risks of Machine Learning Models (2021)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Signal.ModifiedEntropy.Unavailable(view) ?? ShadowRows.Unavailable(view);
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(run);
        ClassThresholds thresholds = Fit(observations, run.CancellationToken);
        double[] scores = Scores(observations.Outputs, observations.LabelSpan);
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] -= thresholds.Of(observations.Labels![i]);
        }

        return new AttackScores(scores) { Notes = ["one threshold for each class, fitted on shadow models; records at 0 or above are taken for members"] };
    }

    private static ClassThresholds Fit(MembershipObservations observations, CancellationToken cancellationToken)
    {
        ShadowRows rows = ShadowRows.Draw(observations, int.MaxValue, 0);
        var scores = new double[rows.Count];
        var labels = new int[rows.Count];
        var members = new bool[rows.Count];
        int records = observations.Outputs.Count;
        for (int m = 0; m < observations.Shadows!.Outputs!.Count; m++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Scores(observations.Shadows.Outputs[m], observations.LabelSpan).CopyTo(scores.AsSpan(m * records));
            observations.LabelSpan.CopyTo(labels.AsSpan(m * records));
            observations.Shadows.Inclusion.Of(m).CopyTo(members.AsSpan(m * records));
        }

        return members.AsSpan().Contains(true) && members.AsSpan().Contains(false)
            ? ClassThresholds.Fit(scores, labels, members)
            : throw new PanameDataException("Every shadow model was trained on all of the audited records, or on none; thresholds need both kinds.");
    }

    private static double[] Scores(TargetOutputs outputs, ReadOnlySpan<int> labels)
    {
        var values = new double[outputs.Count];
        Signal.ModifiedEntropy.Compute(outputs, labels, values);
        System.Numerics.Tensors.TensorPrimitives.Negate(values, values);
        return values;
    }
}
