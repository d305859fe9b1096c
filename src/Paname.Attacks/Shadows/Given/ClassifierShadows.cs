using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Shadows;

/// <summary>Shadow models that are at hand and stay the caller's.</summary>
internal sealed class ClassifierShadows(IClassifier[] models, InclusionMask inclusion, LabelledRecords? population, InclusionMask? populationInclusion) : IShadowSource
{
    public string Description => FormattableString.Invariant($"{models.Length} given shadow models");

    public string? Fingerprint
    {
        get
        {
            if (models.Any(model => model.Fingerprint is null))
            {
                return null;
            }

            using var hash = new Sha256Content();
            hash.Add("given-shadows/1");
            Array.ForEach(models, model => hash.Add(model.Fingerprint!));
            MaskContent.Add(hash, inclusion);
            hash.Add(population is null ? "-" : DataFingerprint.Of(population));
            MaskContent.Add(hash, populationInclusion);
            return hash.Finish();
        }
    }

    public ShadowObservations Observe(ShadowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        // A delegate is called by one thread at a time, and may be the same for several models.
        int parallel = models.Any(model => model.Fingerprint is null) ? 1 : Environment.ProcessorCount;
        return GivenModels.Observe(request, model => models[model], dispose: false, parallel, inclusion, population, populationInclusion);
    }
}
