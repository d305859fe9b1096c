using System.Numerics.Tensors;
using Paname.Attacks.Membership;
using Paname.Attacks.Signals;

namespace Paname.Testing;

/// <summary>Tells a wrong label map from a bad model's accuracy: with wrong labels every loss is meaningless, and an audit would pass.</summary>
internal static class LabelMapAlarm
{
    internal static (double? Members, double? NonMembers) Accuracies(MembershipObservations observations)
    {
        if (Signal.Correctness.Unavailable(observations.View) is not null)
        {
            return (null, null);
        }

        var correct = new double[observations.Outputs.Count];
        Signal.Correctness.Compute(observations.Outputs, [.. observations.Labels!], correct);
        return (TensorPrimitives.Average<double>(correct.AsSpan(0, observations.Members)), TensorPrimitives.Average<double>(correct.AsSpan(observations.Members)));
    }

    internal static AuditFinding? Check(MembershipObservations observations, double? memberAccuracy, double? nonMemberAccuracy)
    {
        if (memberAccuracy is not { } members || nonMemberAccuracy is not { } nonMembers)
        {
            return null;
        }

        int total = observations.Outputs.Count;
        double accuracy = ((members * observations.Members) + (nonMembers * observations.NonMembers)) / total;
        double majority = observations.Labels!.CountBy(label => label).Max(pair => pair.Value) / (double)total;
        return accuracy >= majority
            ? null
            : new AuditFinding(
                FormattableString.Invariant($"label-map alarm: the model is right for {accuracy:P1} of the records, and always answering the commonest class would be right for {majority:P1}; ")
                + "check the label column and the label map, then set LabelMapConfirmed if they are right",
                BlocksPass: true);
    }
}
