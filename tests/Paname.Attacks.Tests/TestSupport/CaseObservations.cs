using Paname.Attacks.Membership;
using Paname.Attacks.Targets;

namespace Paname.Attacks.Tests.TestSupport;

/// <summary>The probabilities and labels of a reference case as observations.</summary>
internal static class CaseObservations
{
    internal static MembershipObservations Of(string name, int classes, string memberLabels = "labels_member", string nonMemberLabels = "labels_nonmember")
    {
        var reference = new ReferenceCase(name);
        double[] members = reference.Array("probs_member");
        return new MembershipObservations(
            new TargetOutputs(OutputKind.Probabilities, classes, (double[])[.. members, .. reference.Array("probs_nonmember")]),
            [.. reference.Array(memberLabels).Concat(reference.Array(nonMemberLabels)).Select(label => (int)label)],
            members.Length / classes);
    }

    /// <summary>The first half of the members and of the non-members, and the rest, as peers split.</summary>
    internal static (int[] Fit, int[] Test) FirstHalves(MembershipObservations observations)
    {
        int[] fit = [.. Enumerable.Range(0, observations.Members / 2), .. Enumerable.Range(observations.Members, observations.NonMembers / 2)];
        return (fit, [.. Enumerable.Range(0, observations.Outputs.Count).Except(fit)]);
    }
}
