using Paname.Attacks.Shadows;

namespace Paname.Attacks.Membership;

/// <summary>Centre and spread of every record's signals over the models trained on it and over those trained without it.</summary>
internal sealed class ShadowMoments
{
    private const int RecordsAtOnce = 32 * MomentLanes.Width;

    private ShadowMoments(SideMoments? inside, SideMoments outside)
    {
        Inside = inside ?? outside;
        Outside = outside;
    }

    /// <summary>Of the models trained on the record; the other side when it was not asked for.</summary>
    internal SideMoments Inside { get; }

    /// <summary>Of the models trained without the record.</summary>
    internal SideMoments Outside { get; }

    /// <summary>Computes them, records side by side; the numbers do not depend on how many threads work, nor on the order of records.</summary>
    internal static ShadowMoments Of(ShadowSignals signals, InclusionMask mask, ShadowCentre centre, bool inside, AttackRun run)
    {
        SideMoments? insideMoments = inside ? new SideMoments(signals.Records, signals.Views) : null;
        var outside = new SideMoments(signals.Records, signals.Views);
        RecordBlocks.Run(signals.Records, RecordsAtOnce, run, () => new MomentLanes(signals.Models, centre), (lanes, start, end) =>
        {
            for (int first = start; first < end; first += MomentLanes.Width)
            {
                for (int view = 0; view < signals.Views; view++)
                {
                    lanes.Compute(signals, mask, first, view, insideMoments, outside);
                }
            }
        });
        return new ShadowMoments(insideMoments, outside);
    }
}
