using Paname.Attacks.Data;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Membership;

/// <summary>The words and the checks for what an attack that asks the target needs.</summary>
internal static class QueryNeeds
{
    internal static string? Queries(AttackerView view) => view.Queries ? null : "needs a live target that answers queries about other records";

    internal static string? Features(AttackerView view) => view.Features is not null ? null : "needs records of numbers";

    internal static string? Gradients(AttackerView view) => view.Gradients ? null : "needs gradients of the target";

    /// <summary>The access, after checking that it is to the target and the records whose outputs were observed.</summary>
    internal static QueryAccess Require(MembershipObservations observations, string attack)
    {
        ArgumentNullException.ThrowIfNull(observations);
        QueryAccess access = observations.Access ?? throw new PanameDataException($"{attack} needs a live target that answers queries about other records.");
        if (observations.Labels is null)
        {
            throw new PanameDataException($"{attack} needs the true labels.");
        }

        if (access.Records.Count != observations.Outputs.Count)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{attack}: {access.Records.Count} records can be asked about, and outputs of {observations.Outputs.Count} were observed. Give the audited records, members first."));
        }

        if (access.Target.OutputKind != observations.Outputs.Kind || access.Target.Classes != observations.Outputs.Classes)
        {
            throw new PanameDataException(FormattableString.Invariant(
                $"{attack}: {access.Target.Name} gives {access.Target.OutputKind} of {access.Target.Classes} classes, and {observations.Outputs.Kind} of {observations.Outputs.Classes} were observed. Ask the target that was observed."));
        }

        return access;
    }
}
