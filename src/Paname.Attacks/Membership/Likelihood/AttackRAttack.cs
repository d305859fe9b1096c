using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>Attack-R: where the target's loss lies among the losses of models trained without the record.</summary>
internal sealed class AttackRAttack : IMembershipAttack
{
    private const int RecordsAtOnce = 256;

    public string Name => "AttackR";

    public string Source => "Ye, Maddi, Murakonda, Bindschaedler, Shokri: Enhanced Membership Inference Attacks against Machine Learning Models (2022)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => ShadowNeeds.Offline(view);

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ShadowObservations shadows = ShadowNeeds.Require(this, observations);
        ShadowSignals target = MemberSignals.Of(shadows.Target);
        ShadowSignals references = MemberSignals.Of(shadows.Shadows);
        SideMoments moments = ShadowMoments.Of(references, shadows.Inclusion, ShadowCentre.Mean, inside: false, run).Outside;
        double[] spread = [.. Enumerable.Range(0, target.Views).Select(view => Spread(moments, target.Views, view))];
        var scores = new double[target.Records];
        RecordBlocks.Run(target.Records, RecordsAtOnce, run, () => new double[references.Models], (scratch, start, end) =>
        {
            for (int record = start; record < end; record++)
            {
                ReadOnlySpan<double> signals = target.Row(record);
                double sum = 0;
                for (int view = 0; view < signals.Length; view++)
                {
                    sum += EmpiricalPosition.Of(signals[view], Outside(references, shadows.Inclusion, record, view, scratch), spread[view]);
                }

                scores[record] = sum / signals.Length;
            }
        });
        return new AttackScores(scores)
        {
            Notes = [FormattableString.Invariant($"at least {shadows.View.LeastOut} shadow models trained without each record")],
        };
    }

    private static Span<double> Outside(ShadowSignals references, InclusionMask mask, int record, int view, double[] scratch)
    {
        ReadOnlySpan<double> row = references.Row(record);
        int count = 0;
        for (int model = 0; model < references.Models; model++)
        {
            if (!mask[model, record])
            {
                scratch[count++] = row[(model * references.Views) + view];
            }
        }

        return scratch.AsSpan(0, count);
    }

    // One model only has no spread, nor have models that agree: then distances count as they are.
    private static double Spread(SideMoments moments, int views, int view)
    {
        double variance = SideSpread.PooledVariance(moments, views, view);
        return variance > 0 ? Math.Sqrt(variance) : 1;
    }
}
