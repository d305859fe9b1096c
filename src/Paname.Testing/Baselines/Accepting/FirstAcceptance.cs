namespace Paname.Testing;

/// <summary>Creates a baseline where there is none, unless it could not show a worsening of the margin.</summary>
internal static class FirstAcceptance
{
    internal static AcceptResult Of(Baseline received, AcceptRequest request)
    {
        bool blind = ReceivedRun.IsBlind(received);
        if (blind && !request.Retraining)
        {
            return BaselineAccepting.Refused(
                $"A baseline of this run could not show a worsening of the margin. {BlindMends.Say(received, ReceivedRun.Planned(received), first: true)}");
        }

        Baseline created = NextBaseline.From(received);
        return new AcceptResult(created, null, $"Stored the first baseline of {received.Test}.{BlindMends.Warn(created, received)}");
    }
}
