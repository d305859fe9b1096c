using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Shadow models that are opened one by one.</summary>
internal sealed class OpenedShadows(Func<int, IClassifier> open, InclusionMask inclusion, LabelledRecords? population, InclusionMask? populationInclusion, int parallel) : IShadowSource
{
    public string Description => FormattableString.Invariant($"{inclusion.Models} given shadow models");

    public string? Fingerprint => null;

    public ShadowObservations Observe(ShadowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GivenModels.Observe(request, open, dispose: true, parallel, inclusion, population, populationInclusion);
    }
}
