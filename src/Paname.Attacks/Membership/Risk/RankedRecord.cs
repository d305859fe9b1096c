namespace Paname.Attacks.Membership.Risk;

/// <summary>A record's place in a ranking by risk.</summary>
/// <param name="Rank">1 = riskiest; records with one value share a rank, and the next rank counts them all (1, 2, 2, 4).</param>
/// <param name="Record">The record's zero-based index.</param>
/// <param name="Name">Its opaque id, as the caller named it.</param>
/// <param name="Risk">The value ranked by.</param>
public sealed record RankedRecord(int Rank, int Record, string Name, double Risk);
