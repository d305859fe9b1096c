using Paname.Attacks.Data;
using Paname.Attacks.Signals;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The norm of the gradient of each record's own loss, lower = member.</summary>
internal sealed class GradientNormAttack(GradientNormOptions options) : IMembershipAttack
{
    // Between two batches progress is told and cancellation is seen; targets cut their own batches within.
    private const int BatchSize = 1024;

    public string Name => "GradientNorm";

    public string Source => "Nasr, Shokri, Houmansadr: Comprehensive Privacy Analysis of Deep Learning: Passive and Active White-box Inference Attacks against Centralized and Federated Learning (2019)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return QueryNeeds.Gradients(view) ?? SignalNeeds.Labels(view);
    }

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        QueryAccess access = QueryNeeds.Require(observations, Name);
        IGradientTarget target = access.Gradients ?? throw new PanameDataException($"{Name} needs gradients of the target.");
        var scores = new double[observations.Outputs.Count];
        for (int start = 0; start < scores.Length; start += BatchSize)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(BatchSize, scores.Length - start);
            lock (TargetGate.Of(access.Target))
            {
                Fill(target, new RecordBatch(access.Records, start, count), observations.LabelSpan.Slice(start, count), scores.AsSpan(start, count), run.CancellationToken);
            }

            run.Progress?.Report((start + count) / (double)scores.Length);
        }

        return new AttackScores(scores)
        {
            Notes = [options.Scope == GradientScope.AllParameters ? "all parameters" : options.Scope == GradientScope.LastLayer ? "parameters of the last layer" : "parameters chosen by name"],
        };
    }

    private void Fill(IGradientTarget target, RecordBatch batch, ReadOnlySpan<int> labels, Span<double> scores, CancellationToken cancellationToken)
    {
        try
        {
            target.GradientNorms(batch, labels, options.Scope, scores, cancellationToken);
        }
        catch (Exception e) when (e is not (PanameDataException or OperationCanceledException or ObjectDisposedException))
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{target.Name} threw {e.GetType().Name} on the gradients of records {batch.Start + 1} to {batch.Start + batch.Count} of the audited ones. Its message is withheld, since it may hold values of a record: ask for these norms in a debugger."));
        }

        for (int i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] >= 0 && double.IsFinite(scores[i])))
            {
                throw new PanameDataException(FormattableString.Invariant($"{target.Name}: the gradient norm of audited record {batch.Start + i + 1} is no finite number of 0 or more."));
            }

            scores[i] = -scores[i];
        }
    }
}
