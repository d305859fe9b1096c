using Paname.Attacks.Shadows;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The likelihood ratio attack: a Gaussian of each record's signal with it and one without it, and where the target's signal lies.</summary>
internal sealed class LiraAttack : IMembershipAttack
{
    private const int RecordsAtOnce = 2048;

    private readonly LiraOptions _options;

    internal LiraAttack(LiraOptions? options)
    {
        _options = options ?? new LiraOptions();
        _options.Check();
    }

    public string Name => "LiRA";

    public string Source => "Carlini, Chien, Nasr, Song, Terzis, Tramer: Membership Inference Attacks From First Principles (2022)";

    public bool IsGraded => true;

    public string? NotApplicable(AttackerView view) => LiraPlan.Of(view, _options).Reason;

    public IReadOnlyList<string> Aliases(AttackerView view) => [];

    public AttackScores Score(MembershipObservations observations, AttackRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ShadowObservations shadows = ShadowNeeds.Require(this, observations);
        ShadowView view = shadows.View;
        LiraPlan plan = LiraPlan.Of(observations.View, _options).Plan!;
        return new AttackScores(plan.Online ? Online(shadows, plan, run) : Offline(shadows, plan, run)) { Notes = plan.Notes(view) };
    }

    // log N(signal; in) - log N(signal; out), averaged over views.
    private double[] Online(ShadowObservations shadows, LiraPlan plan, AttackRun run)
    {
        int views = shadows.Target.Views;
        ShadowMoments moments = ShadowMoments.Of(shadows.Shadows, shadows.Inclusion, _options.Centre, inside: true, run);
        SideSpread inside = SideSpread.Of(moments.Inside, views, plan);
        SideSpread outside = SideSpread.Of(moments.Outside, views, plan);
        return PerRecord(shadows.Target, run, (signals, record) =>
        {
            double sum = 0;
            for (int view = 0; view < signals.Length; view++)
            {
                int at = (record * views) + view;
                double sigmaIn = inside.At(record, view);
                double sigmaOut = outside.At(record, view);
                double zIn = (signals[view] - moments.Inside.Centres[at]) / sigmaIn;
                double zOut = (signals[view] - moments.Outside.Centres[at]) / sigmaOut;
                sum += (0.5 * ((zOut - zIn) * (zOut + zIn))) + Math.Log(sigmaOut / sigmaIn);
            }

            return sum / signals.Length;
        });
    }

    // One-sided, as in the paper: the p-value falls with z, and z ranks where the p-value has long rounded to 0 or 1.
    private double[] Offline(ShadowObservations shadows, LiraPlan plan, AttackRun run)
    {
        ShadowSignals target = MemberSignals.Of(shadows.Target);
        ShadowMoments moments = ShadowMoments.Of(MemberSignals.Of(shadows.Shadows), shadows.Inclusion, _options.Centre, inside: false, run);
        SideSpread outside = SideSpread.Of(moments.Outside, target.Views, plan);
        return PerRecord(target, run, (signals, record) =>
        {
            double sum = 0;
            for (int view = 0; view < signals.Length; view++)
            {
                sum += (signals[view] - moments.Outside.Centres[(record * signals.Length) + view]) / outside.At(record, view);
            }

            return sum / signals.Length;
        });
    }

    private delegate double RecordScore(ReadOnlySpan<double> signals, int record);

    private static double[] PerRecord(ShadowSignals target, AttackRun run, RecordScore score)
    {
        var scores = new double[target.Records];
        RecordBlocks.Run(target.Records, RecordsAtOnce, run, (start, end) =>
        {
            for (int record = start; record < end; record++)
            {
                scores[record] = score(target.Row(record), record);
            }
        });
        return scores;
    }
}
