using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>The records that the target and every shadow model score, in every view.</summary>
/// <param name="Audited">Members, then non-members.</param>
/// <param name="Population">Records beside the audited ones; <see langword="null"/> when there are none.</param>
internal sealed record ScoredRecords(RecordViews Audited, RecordViews? Population)
{
    internal static ScoredRecords Of(ShadowRequest request, Records audited, LabelledRecords? population) => new(
        RecordViews.Of(request, audited, request.Labels),
        population is null ? null : RecordViews.Of(request, population.Records, population.Labels, population: true));
}
