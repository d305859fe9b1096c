using Paname.Attacks.Data;
using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Testing;

/// <summary>The classes of the audited records: labels that are no class of the model are refused before anything is trained on them.</summary>
internal static class KnownClasses
{
    internal static bool Are(MembershipObservations observations) => observations.Outputs.Kind != OutputKind.Residuals && observations.Labels is not null;

    internal static void Require(MembershipObservations observations, Func<int, string> recordName)
    {
        if (observations.View.OutputKind is OutputKind.Losses or OutputKind.Residuals || observations.Labels is not { } labels)
        {
            return;
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] >= observations.Outputs.Classes)
            {
                throw new PanameDataException(
                    FormattableString.Invariant($"The label of {recordName(i)} is no class of the model, which tells {observations.Outputs.Classes} apart. Check the label column and the label map."));
            }
        }
    }
}
