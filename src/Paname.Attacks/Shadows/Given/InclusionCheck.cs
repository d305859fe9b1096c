using Paname.Attacks.Data;

namespace Paname.Attacks.Shadows;

/// <summary>Holds masks against the models and population they are of.</summary>
internal static class InclusionCheck
{
    internal static void Require(int models, InclusionMask inclusion, LabelledRecords? population, InclusionMask? populationInclusion)
    {
        if (inclusion.Models != models)
        {
            throw new PanameDataException(FormattableString.Invariant($"There are {models} shadow models, and the inclusion mask is of {inclusion.Models}."));
        }

        if (populationInclusion is not null && (populationInclusion.Models != models || populationInclusion.Records != population?.Count))
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"There are {models} shadow models and {population?.Count ?? 0} population records, and the population's inclusion mask is of {populationInclusion.Models} and {populationInclusion.Records}."));
        }
    }
}
