using Paname.Attacks.Data;
using Paname.Attacks.Membership;

namespace Paname.Attacks.Shadows;

/// <summary>Records as every view shows them: first as they are, then changed by each transform; every model is shown the same.</summary>
internal sealed class RecordViews
{
    // Attacks with transforms of their own draw from smaller numbers of use.
    private const int FirstUse = 1_000_000;

    private RecordViews(Records[] all, int[] labels)
    {
        All = all;
        Labels = labels;
    }

    /// <summary>The record itself, then its changed copies.</summary>
    internal IReadOnlyList<Records> All { get; }

    internal int[] Labels { get; }

    internal static RecordViews Of(ShadowRequest request, Records records, IReadOnlyList<int> labels, bool population = false)
    {
        if (request.Views.Select(view => view.Unavailable(records)).FirstOrDefault(reason => reason is not null) is { } reason)
        {
            throw new PanameDataException($"Views of the audited records: a change of records {reason}.");
        }

        if (request.Views.Count == 0)
        {
            return new RecordViews([records], [.. labels]);
        }

        FeatureSpread spread = FeatureSpread.Of(records);
        int use = FirstUse + (population ? request.Views.Count : 0);
        return new RecordViews([records, .. request.Views.Select((view, i) => Changed(view, records, spread, request.Seed, use + i))], [.. labels]);
    }

    private static Records Changed(IRecordTransform view, Records records, FeatureSpread spread, int seed, int use)
    {
        Records changed = view.Apply(records, spread, [.. Enumerable.Range(0, records.Count).Select(record => RecordSeed.Of(seed, record, use))]);
        return changed.Count == records.Count
            ? changed
            : throw new PanameDataException(FormattableString.Invariant($"The change '{view.Name}' gave {changed.Count} records for {records.Count}; it must give one for each."));
    }
}
