namespace Paname.Attacks.Membership;

/// <summary>An attack asked the leaky twin about further records: the twin has outputs only.</summary>
internal sealed class TwinWasAskedException() : InvalidOperationException("The leaky twin of the positive control answers no questions.");
